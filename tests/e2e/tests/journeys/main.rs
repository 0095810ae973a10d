//! Journeys through the release page.

mod addresses;
mod before;
mod beginning;
mod charter;
mod check_in;
mod choosing;
mod clock;
mod demo;
mod faults;
mod feedback;
mod files;
mod forms;
mod insights;
mod journal;
mod keys;
mod large;
mod life;
mod linked;
mod notices;
mod paper;
mod replies;
mod rhythm;
mod roles;
mod screens;
mod sealed;
mod season;
mod session;
mod sharing;
mod sheets;
mod sight;
mod steps;
mod storage;
mod sync;
mod tables;
mod tabs;
mod texts;
mod together;
mod tracking;
mod typed;
mod undo;
mod updates;
mod words;

use peer_circle_e2e::{journeys, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(journeys![
        beginning::first_steps,
        beginning::joining,
        beginning::a_name_is_needed,
        beginning::zone_is_asked,
        beginning::without_webassembly,
        check_in::outcomes_first,
        check_in::closed_window,
        check_in::two_tabs,
        check_in::emptied_field,
        check_in::before_a_pause,
        check_in::nothing_to_say,
        check_in::few_taps,
        check_in::goal_numbers,
        check_in::refused_line,
        choosing::fit_in_steps,
        choosing::invited,
        choosing::by_keyboard,
        demo::said_once,
        demo::closed,
        forms::second_carry,
        forms::note_outlives_tick,
        forms::dialogs,
        forms::changed_meanwhile,
        forms::start_survives,
        typed::numbers,
        typed::days,
        notices::spoken_twice,
        notices::each_has_its_time,
        notices::cover_nothing,
        sharing::two_devices,
        texts::week_as_text,
        texts::chat_comes_in,
        sync::not_sent_yet,
        sync::results_first,
        sync::left,
        sealed::saved_and_opened,
        sealed::sent,
        sealed::notes_for_two,
        linked::read_merged_written,
        updates::by_link,
        updates::by_code,
        updates::by_paste,
        updates::lead_gathers,
        updates::conflict,
        updates::taken_back,
        updates::shared_from_another_app,
        journal::put_back,
        journal::lost_unseen,
        tabs::two_tabs,
        tabs::everyone_follows,
        tabs::half_written,
        storage::damage,
        files::bad_files,
        files::opened_by_the_system,
        sheets::sheets,
        addresses::deep_links,
        addresses::history,
        addresses::nowhere,
        addresses::nowhere_deep,
        life::offline,
        life::newer_version,
        life::earlier_page,
        life::part_gone,
        life::on_a_home_screen,
        before::board,
        before::earlier_weeks,
        before::search,
        insights::six_pictures,
        insights::nothing_yet,
        tracking::same_numbers,
        tracking::for_somebody_outside,
        large::large,
        words::strange_words,
        undo::undo,
        undo::removed_circles,
        faults::killed,
        faults::full,
        faults::refuses_some,
        faults::stores_nothing,
        faults::out_of_sight,
        faults::slept,
        faults::cleared,
        faults::crafted,
        faults::wrong_clock,
        feedback::all_the_way_round,
        feedback::few_taps,
        feedback::for_two_alone,
        feedback::in_two_tabs,
        feedback::while_another_is_open,
        feedback::from_the_round,
        replies::helped_eased_and_seen,
        keys::feedback,
        charter::signed_and_edited_apart,
        charter::by_keyboard,
        charter::agreement,
        charter::shared_aim,
        season::closed_and_begun,
        season::by_keyboard,
        rhythm::clocks,
        rhythm::weeks,
        rhythm::every_second_week,
        rhythm::not_held,
        rhythm::reminders,
        roles::turns,
        roles::absence,
        roles::ill_afterwards,
        roles::moved_meanwhile,
        session::on_a_phone,
        session::summary_follows,
        together::three_devices,
        paper::paper,
        paper::week_sheet,
        paper::week_of_twelve,
        paper::first_sheet,
        sight::reflow,
        sight::reflow_in_tasks,
        sight::on_a_small_phone,
        sight::forced_colours,
        screens::screens,
    ])
}

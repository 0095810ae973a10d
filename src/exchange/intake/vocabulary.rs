//! What words at the head of columns and in cells mean, in English, German, French, Spanish, Italian and Portuguese.
//!
//! The reader's own list, not words for people: what is not in it is asked.

use super::column::ColumnMeaning;
use crate::domain::{Closing, Outcome, lowercase};

/// What `header` means, where it has one of the known names, or one among at most three words.
pub fn meaning_of(header: &str) -> Option<ColumnMeaning> {
    let bare = lowercase(header.trim());
    if let Some(own) = ColumnMeaning::from_key(&bare).filter(|meaning| *meaning != ColumnMeaning::Nothing) {
        return Some(own);
    }
    let has_percent = bare.contains('%');
    let spaced = words(&bare);
    let mut best: Option<(usize, ColumnMeaning)> = None;
    for (meaning, names) in HEADERS {
        for name in names.split('|') {
            let is_whole = spaced == name;
            let is_inside = spaced.split(' ').count() <= 3 && format!(" {spaced} ").contains(&format!(" {name} "));
            let length = if is_whole { usize::MAX } else { name.len() };
            if (is_whole || is_inside) && best.is_none_or(|(known, _)| length > known) {
                best = Some((length, *meaning));
            }
        }
    }
    match best {
        Some((_, ColumnMeaning::Value)) if has_percent => Some(ColumnMeaning::Share),
        best => best.map(|(_, meaning)| meaning),
    }
}

/// Whether `header` is a word for goals.
pub fn is_goal_header(header: &str) -> bool {
    meaning_of(header) == Some(ColumnMeaning::Goal)
}

/// Whether `header` is a bare "name": of a person, or of a thing where another column has the people.
pub fn is_name_header(header: &str) -> bool {
    is_in(NAMES, &words(&lowercase(header)))
}

/// The number of the week that `header` names: `3`, `W3`, `Week 3`, `KW 3`, `Semaine 3`.
pub fn week_number(header: &str) -> Option<u32> {
    let spaced = words(&lowercase(header));
    let digits = spaced.trim_start_matches(|c: char| !c.is_ascii_digit());
    let word = spaced[..spaced.len() - digits.len()].trim();
    let is_week = word.is_empty() || is_in(WEEKS, word);
    digits.parse().ok().filter(|number| is_week && (1..=53).contains(number))
}

/// Whether `cell` says yes or no.
pub fn yes_or_no(cell: &str) -> Option<bool> {
    let bare = plain(cell);
    if is_in(YES, &bare) { Some(true) } else { is_in(NO, &bare).then_some(false) }
}

/// What a word about a row says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatusFound {
    /// Nothing became of it yet.
    Open,
    /// That became of it.
    Ended(Outcome),
}

impl StatusFound {
    /// The same of a goal, which is reached, given up or open.
    pub fn closing(self) -> Option<Closing> {
        match self {
            Self::Ended(Outcome::Kept) => Some(Closing::Achieved),
            Self::Ended(Outcome::Dropped) => Some(Closing::Dropped),
            Self::Ended(Outcome::Partial | Outcome::Missed | Outcome::Renegotiated) | Self::Open => None,
        }
    }
}

/// What `cell` says became of a row; `None` where the word is not known, which keeps it as a note.
pub fn status_of(cell: &str) -> Option<StatusFound> {
    let bare = plain(cell);
    let found = STATUS.iter().find(|(_, list)| is_in(list, &bare)).map(|(status, _)| *status);
    found.or_else(|| yes_or_no(cell).map(|yes| if yes { KEPT } else { StatusFound::Open }))
}

/// Whether `cell` marks that nothing was meant to happen.
pub fn is_pause(cell: &str) -> bool {
    matches!(cell.trim(), "-" | "–" | "—" | "/" | "n/a" | "N/A")
}

/// Whether `word` is one of `list`, which has bars between its words.
fn is_in(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

/// Lower case, without the marks of a sentence at the end; a mark alone stays.
fn plain(cell: &str) -> String {
    let bare = lowercase(cell.trim()).replace('\u{fe0f}', "");
    bare.trim_end_matches(['.', '!']).replace(['-', '_'], " ").trim().to_owned()
}

/// Words between single spaces.
fn words(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

const KEPT: StatusFound = StatusFound::Ended(Outcome::Kept);

const NAMES: &str = "name|nom|nombre|nome|names|namen|full name";

const WEEKS: &str = "week|wk|w|kw|woche|semaine|sem|s|semana|settimana|sett|cw|no";

const YES: &str = "true|yes|y|oui|ja|sí|si|sì|sim|vrai|wahr|verdadero|vero|verdadeiro|1|x|✓|✔|✅|☑|☒|\
     :heavy check mark:|:white check mark:|[x]|是|はい|j";

const NO: &str = "false|no|n|non|nein|não|nao|faux|falsch|falso|0|✗|✘|❌|☐|:x:|[ ]|否|いいえ";

const STATUS: [(StatusFound, &str); 6] = [
    (
        KEPT,
        "done|kept|complete|completed|achieved|finished|reached|closed|erledigt|fertig|erreicht|\
         abgeschlossen|fait|terminé|atteint|hecho|terminado|completado|fatto|completato|feito|\
         concluído|已完成|完成",
    ),
    (
        StatusFound::Ended(Outcome::Partial),
        "partial|partly|partially|half done|teilweise|partiel|partiellement|parcial|parziale|\
         :construction:|🚧",
    ),
    (
        StatusFound::Ended(Outcome::Missed),
        "missed|failed|not done|verpasst|nicht erledigt|manqué|pas fait|fallado|mancato",
    ),
    (StatusFound::Ended(Outcome::Renegotiated), "renegotiated|rescoped|neu verhandelt|renégocié"),
    (
        StatusFound::Ended(Outcome::Dropped),
        "dropped|cancelled|canceled|abandoned|abgebrochen|gestrichen|abandonné|annulé|cancelado|\
         annullato",
    ),
    (
        StatusFound::Open,
        "open|not started|in progress|todo|to do|started|planned|doing|pending|ongoing|offen|\
         in arbeit|nicht begonnen|begonnen|à faire|en cours|pas commencé|abierto|en curso|por hacer|\
         aperto|in corso|da fare|aberto|em andamento",
    ),
];

const HEADERS: &[(ColumnMeaning, &str)] = &[
    (
        ColumnMeaning::Words,
        "text|title|task|todo|to do|what|commitment|next step|next steps|action item|action items|\
         promise|activity|aufgabe|titel|was|vorhaben|tâche|titre|quoi|engagement|tarea|título|\
         compromiso|attività|titolo|compito|tarefa",
    ),
    (
        ColumnMeaning::Goal,
        "goal|goals|objective|objectives|key result|okr|ziel|ziele|objectif|objectifs|but|objetivo|\
         meta|obiettivo",
    ),
    (
        ColumnMeaning::Owner,
        "owner|who|member|person|assignee|assigned to|responsible|name|names|runner|participant|\
         player|peer|wer|verantwortlich|zuständig|mitglied|person in charge|nom|qui|responsable|\
         membre|quién|nombre|miembro|chi|nome|membro|quem|responsável",
    ),
    (
        ColumnMeaning::Due,
        "due|due date|deadline|end date|until|by|by when|date|target date|when|fällig|fälligkeit|\
         fällig am|bis|bis wann|termin|datum|enddatum|échéance|date limite|pour|fecha|plazo|\
         vencimiento|scadenza|data|prazo",
    ),
    (
        ColumnMeaning::Done,
        "done|complete|completed|finished|kept|achieved|erledigt|fertig|erreicht|fait|terminé|hecho|\
         fatto|feito",
    ),
    (ColumnMeaning::Status, "status|state|outcome|result|ergebnis|stand|statut|état|estado|stato"),
    (
        ColumnMeaning::Note,
        "note|notes|comment|comments|remark|remarks|notiz|notizen|bemerkung|kommentar|remarque|\
         commentaire|nota|notas|comentario|commento",
    ),
    (ColumnMeaning::Week, "week|cycle|week of|woche|kw|semaine|semana|settimana"),
    (ColumnMeaning::Start, "start|start value|baseline|from|startwert|départ|inicio|partenza"),
    (ColumnMeaning::Target, "target|target value|goal value|zielwert|soll|cible|objetivo final"),
    (
        ColumnMeaning::Value,
        "current|current value|value|actual|progress|so far|aktuell|ist|wert|fortschritt|actuel|\
         valeur|progrès|valor|progreso|attuale|valore|progresso",
    ),
    (ColumnMeaning::Share, "percent|percentage|percent complete|prozent|pourcentage|porcentaje"),
    (ColumnMeaning::Unit, "unit|units|einheit|unité|unidad|unità|unidade"),
    (ColumnMeaning::Why, "why|reason|motivation|warum|grund|pourquoi|por qué|perché|por quê"),
    (ColumnMeaning::Obstacle, "obstacle|risk|hindernis|risiko|risque|obstáculo|ostacolo"),
    (ColumnMeaning::Win, "win|wins|went well|what went well|highlight|highlights|erfolg|victoire|logro"),
    (ColumnMeaning::Blocker, "blocker|blockers|blocked by|challenge|challenges|hürde|blocage|bloqueo"),
    (ColumnMeaning::Ask, "ask|asks|help|help needed|need|needs|hilfe|aide|ayuda|aiuto|ajuda"),
    (ColumnMeaning::Confidence, "confidence|mood 1 5|zuversicht|confiance|confianza|fiducia"),
    (ColumnMeaning::Focus, "focus|working on|fokus|schwerpunkt"),
    (ColumnMeaning::Helper, "helper|buddy|helfer|aide de"),
    (ColumnMeaning::Day, "day|tag|jour|día|giorno|dia"),
    (ColumnMeaning::Month, "month|monat|mois|mes|mese|mês"),
    (ColumnMeaning::Year, "year|jahr|année|año|anno|ano"),
    (ColumnMeaning::Created, "start date|created|created at|created on|begin|startdatum|erstellt|date de début"),
    (ColumnMeaning::Joined, "joined|member since|dabei seit"),
    (ColumnMeaning::Left, "left"),
    (ColumnMeaning::Id, "id|key|number|nr|no|nummer|numéro"),
];

//! Sorting through one copy of the code.

use peer_circle::domain::Arrange;
use proptest::prelude::*;

proptest! {
    /// As the standard library sorts, equal ones in the order in which they came.
    #[test]
    fn as_the_standard_library_does(list in prop::collection::vec((0_u8..8, any::<u16>()), 0..200)) {
        let (mut ours, mut theirs) = (list.clone(), list);
        ours.arrange_by_key(|(key, _)| *key);
        theirs.sort_by_key(|(key, _)| *key);
        prop_assert_eq!(&ours, &theirs);
        ours.arrange_by(|one, other| other.1.cmp(&one.1));
        theirs.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
        prop_assert_eq!(&ours, &theirs);
        ours.arrange();
        theirs.sort();
        prop_assert_eq!(ours, theirs);
    }
}

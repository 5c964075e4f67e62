package dev.mdb.graph

/**
 * A case that is answered differently on purpose.
 *
 * @param section of the graph's contract that it follows
 * @param result the answer here
 * @param cascaded the answer when the downgrade may leave the branch it names
 */
class Departure(val section: String, val why: String, val result: String, val cascaded: String? = null)

private const val ONE_OF_SEVERAL = "-1 with several current heads names them and asks, it takes none by chance"
private const val NO_TEXT = "a target is a text by its type; these bytes, printed, do not match the grammar"
private const val NO_OVERLAP = "targets are joined: one below another adds nothing, and is no mistake"
private const val TAKES_OTHERS = "the branch was named, and dependents on other branches would go: that needs the flag"

/** Every case whose answer is not Alembic's. */
val departures: Map<String, Departure> =
    mapOf(
        "APITest.test_invalid_datatype" to Departure("2", NO_TEXT, "target-syntax"),
        "APITest.test_invalid_datatype 2" to Departure("2", NO_TEXT, "target-syntax"),
        "APITest.test_invalid_datatype 3" to Departure("2", NO_TEXT, "target-syntax"),
        "BranchTravellingTest.test_detect_invalid_head_selection" to Departure("3", NO_OVERLAP, "b2 fe1b1 e1b1 db1 cb1 b1 a3 a2 a1"),
        "MultipleBaseTest.test_detect_invalid_base_selection" to Departure("3", NO_OVERLAP, "c2"),
        "DepResolutionFailedTest.test_failure_message" to
            Departure("6", "a dependency that leads nowhere is found while loading, and the rest stays usable", "missing-dependency"),
        "MultipleBaseCrossDependencyTestOne.test_we_need_base3_downgrade" to
            Departure("4.3", TAKES_OTHERS, "needs-cascade", cascaded = "b1b d2 c2 b3 a3 base3"),
        "MultipleBranchEffectiveHead.test_effective_head" to Departure("4.3", TAKES_OTHERS, "needs-cascade", cascaded = "y2 x1"),
        "MultipleBranchEffectiveHead.test_use_all_current" to Departure("4.3", TAKES_OTHERS, "needs-cascade", cascaded = "y2 x1"),
        "BranchedPathTestCrossDependencies.test_downgrade_branch_dependency" to
            Departure("4.3", TAKES_OTHERS, "needs-cascade", cascaded = "-d1 -d2 -c1 => [c2] through [d2] [c1, c2] [c2]"),
        "NormalizedDownRevTest.test_partial_traversal_implicit_base_one" to
            Departure("4.2", "what goes stands on the stop; b1 does not, and no command asks Alembic this way", "b5 b4 b3 b2 a3"),
        "BranchedPathTest.test_downgrade_once_order_left" to Departure("7", ONE_OF_SEVERAL, "several-current-heads"),
        "BranchedPathTest.test_downgrade_once_order_left_unbalanced" to Departure("7", ONE_OF_SEVERAL, "several-current-heads"),
        "BranchedPathTest.test_downgrade_once_order_right" to Departure("7", ONE_OF_SEVERAL, "several-current-heads"),
        "BranchedPathTest.test_downgrade_once_order_right_unbalanced" to Departure("7", ONE_OF_SEVERAL, "several-current-heads"),
        "BranchedPathTest.test_stamp_to_labeled_base_multiple_heads" to
            Departure("5", "a and b are of c1branch's lineage; c2 stands on them and cannot stay without them", "=> []"),
        "DependsOnBranchTestOne.test_stamp_across_dependency" to
            Departure("5", "only c2 depended on what went; a2 and b2 are applied and stay known", "=> [b1, b2]"),
        "MergedPathTest.test_stamp_down_across_merge_point_branch" to
            Departure("5", "d1 is no descendant of c2: stamping one side of a merge does not forget the other", "=> [c2, d1]"),
        "RevisionPathTest.test_invalid_move_rev_to_none" to
            Departure("2", "three characters are too few for the beginning of a name", "unknown-revision"),
        "RevisionPathTest.test_invalid_relative_downgrade_path 2" to
            Departure("2", "a bare +N is no target of a downgrade, however short", "wrong-direction"),
        "RevisionPathTest.test_invalid_relative_upgrade_path" to
            Departure("2", "a bare -N is no target of an upgrade, however short", "wrong-direction"),
    )

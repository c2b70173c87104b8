namespace CustomerInsight.Models;

/// <summary>The codes of <see cref="SegmentProblem"/>.</summary>
public static class SegmentProblemCodes
{
    /// <summary>The text is no JSON.</summary>
    public const string NotJson = "not-json";

    /// <summary>The text holds something else than segments, or does not say what it holds.</summary>
    public const string OtherKind = "other-kind";

    /// <summary>The text was written by a newer version of the library.</summary>
    public const string NewerVersion = "newer-version";

    /// <summary>A node is no object, or holds something of the wrong sort.</summary>
    public const string WrongShape = "wrong-shape";

    /// <summary>A node has no condition, or more than one.</summary>
    public const string NotOneCondition = "not-one-condition";

    /// <summary>A node has a property that means nothing there, or an operator of an unknown name.</summary>
    public const string UnknownProperty = "unknown-property";

    /// <summary>A segment has no name.</summary>
    public const string NoName = "no-name";

    /// <summary>Two segments have the same name.</summary>
    public const string SameName = "same-name";

    /// <summary>Conditions are nested deeper than <see cref="SegmentSet.MostDepth"/>.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>An any-node has no conditions, so no one could meet it.</summary>
    public const string EmptyAny = "empty-any";

    /// <summary>The schema has no such trait.</summary>
    public const string UnknownTrait = "unknown-trait";

    /// <summary>The operator cannot be asked of a trait of that kind.</summary>
    public const string OperatorDoesNotFit = "operator-does-not-fit";

    /// <summary>There are too few or too many operands.</summary>
    public const string OperandCount = "operand-count";

    /// <summary>An operand is blank, or of another kind than is needed.</summary>
    public const string OperandKind = "operand-kind";

    /// <summary>A number of days is negative, not whole or too large.</summary>
    public const string Days = "days";

    /// <summary>The lower limit is above the higher.</summary>
    public const string LimitsReversed = "limits-reversed";

    /// <summary>Case is to be ignored where no texts are compared.</summary>
    public const string NothingToIgnore = "nothing-to-ignore";

    /// <summary>The set has no such segment.</summary>
    public const string UnknownSegment = "unknown-segment";

    /// <summary>A segment asks for itself, directly or through others.</summary>
    public const string Circle = "circle";

    /// <summary>More than <see cref="SegmentSet.MostChain"/> segments ask for one another in a chain.</summary>
    public const string ChainTooLong = "chain-too-long";
}

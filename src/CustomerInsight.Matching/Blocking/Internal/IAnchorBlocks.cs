namespace CustomerInsight.Matching;

/// <summary>The blocks of a rule that hold an anchor of a survey.</summary>
internal interface IAnchorBlocks
{
    /// <summary>Whether an anchor may be in more than one block.</summary>
    bool Several { get; }

    /// <summary>The blocks of an anchor, by its position.</summary>
    ReadOnlySpan<int> Of(int anchor);

    /// <summary>The nodes of a block, rising; one more than may be where there are too many.</summary>
    ReadOnlySpan<int> Members(int block);
}

namespace CustomerInsight;

/// <summary>What was noted about the values of one attribute.</summary>
internal sealed class ColumnNotes(AttributeDefinition attribute)
{
    private readonly long[] _counts = new long[Enum.GetValues<StandardizationNote>().Length];

    public AttributeDefinition Attribute => attribute;

    /// <summary>How many values were noted so.</summary>
    public ref long this[StandardizationNote note] => ref _counts[(int)note];
}

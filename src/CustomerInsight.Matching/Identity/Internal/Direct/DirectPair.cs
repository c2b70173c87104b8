namespace CustomerInsight.Matching;

/// <summary>The two contents that are compared now. What is worked out of one of them is kept until another takes its place, since one record is mostly compared with many.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class DirectPair
{
    private static readonly RecordContent Nobody = new(EntityKind.Person, [], default);

    public RecordContent Left { get; private set; } = Nobody;

    public RecordContent Right { get; private set; } = Nobody;

    /// <summary>Another number for each content that comes to the left.</summary>
    public long LeftTurn { get; private set; }

    /// <summary>Another number for each content that comes to the right.</summary>
    public long RightTurn { get; private set; }

    public void Load(RecordContent left, RecordContent right)
    {
        if (!ReferenceEquals(left, Left))
        {
            Left = left;
            LeftTurn++;
        }

        if (!ReferenceEquals(right, Right))
        {
            Right = right;
            RightTurn++;
        }
    }
}

namespace CustomerInsight.Matching;

/// <summary>The two contents that are compared now. What is worked out of one of them is kept until another takes its place, since one record is mostly compared with many.</summary>
/// <param name="attributes">How many attributes contents have.</param>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class DirectPair(int attributes)
{
    private RecordContent? _left;
    private RecordContent? _right;

    public RecordContent Left => _left!;

    public RecordContent Right => _right!;

    public UnpackedContent LeftValues { get; } = new(attributes);

    public UnpackedContent RightValues { get; } = new(attributes);

    /// <summary>Another number for each content that comes to the left.</summary>
    public long LeftTurn { get; private set; }

    /// <summary>Another number for each content that comes to the right.</summary>
    public long RightTurn { get; private set; }

    public void Load(RecordContent left, RecordContent right)
    {
        if (!ReferenceEquals(left, _left))
        {
            _left = left;
            LeftValues.Load(left);
            LeftTurn++;
        }

        if (!ReferenceEquals(right, _right))
        {
            _right = right;
            RightValues.Load(right);
            RightTurn++;
        }
    }
}

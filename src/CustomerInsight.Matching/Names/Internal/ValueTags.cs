namespace CustomerInsight.Matching;

/// <summary>A few numbers for each distinct value of a column, in ascending order: what the values can have in common.</summary>
internal sealed class ValueTags
{
    private const int NoTag = -1;
    private const int SeveralTags = -2;

    private readonly int[] _only;
    private readonly int[] _starts;
    private readonly int[] _tags;

    private ValueTags(int[] starts, int[] tags)
    {
        _starts = starts;
        _tags = tags;
        _only = new int[starts.Length - 1];
        for (int value = 0; value < _only.Length; value++)
        {
            _only[value] = (starts[value + 1] - starts[value]) switch { 0 => NoTag, 1 => tags[starts[value]], _ => SeveralTags };
        }
    }

    /// <summary>Computes them once for each value.</summary>
    /// <param name="column">The column.</param>
    /// <param name="tagsOf">The numbers of a value, ascending, each once.</param>
    public static ValueTags Of(StandardizedColumn column, Func<string, IReadOnlyList<int>> tagsOf)
    {
        int[] starts = new int[column.Values.Count + 1];
        var tags = new List<int>();
        for (int value = 0; value < column.Values.Count; value++)
        {
            tags.AddRange(tagsOf(column.Values[value]));
            starts[value + 1] = tags.Count;
        }

        return new ValueTags(starts, [.. tags]);
    }

    public bool Share(int leftValue, int rightValue)
    {
        // Nearly every value has one tag.
        int one = _only[leftValue];
        int other = _only[rightValue];
        return (one | other) >= 0 ? one == other : one != NoTag && other != NoTag && ShareOfSeveral(leftValue, rightValue);
    }

    private bool ShareOfSeveral(int leftValue, int rightValue)
    {
        int left = _starts[leftValue];
        int leftEnd = _starts[leftValue + 1];
        int right = _starts[rightValue];
        int rightEnd = _starts[rightValue + 1];
        while (left < leftEnd && right < rightEnd)
        {
            int order = _tags[left] - _tags[right];
            if (order == 0)
            {
                return true;
            }

            left += order < 0 ? 1 : 0;
            right += order > 0 ? 1 : 0;
        }

        return false;
    }
}

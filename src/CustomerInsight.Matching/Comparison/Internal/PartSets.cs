namespace CustomerInsight.Matching;

/// <summary>The distinct parts of each record's values, rising.</summary>
internal sealed class PartSets
{
    private readonly int[] _starts;
    private readonly int[] _parts;

    public PartSets(PartColumn column, int records)
    {
        _starts = new int[records + 1];
        var parts = new List<int>(records);
        var own = new List<int>();
        for (int record = 0; record < records; record++)
        {
            own.Clear();
            foreach (int value in column.Values(record))
            {
                if (column.Part(value) is >= 0 and int part)
                {
                    own.Add(part);
                }
            }

            int count = SetSimilarities.Sort(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(own));
            parts.AddRange(own.Take(count));
            _starts[record + 1] = parts.Count;
        }

        _parts = [.. parts];
    }

    public ReadOnlySpan<int> Of(int record) => _parts.AsSpan(_starts[record].._starts[record + 1]);
}

namespace CustomerInsight.Models;

/// <summary>The segment of each scored row: by the row's cell where rules choose, else as a host's own segmentation chose.</summary>
internal sealed class RfmSegments
{
    private const int RunLength = 1 << 14;

    private readonly RfmBins _bins;
    private readonly RfmScoreColumns _scores;

    // One of the two is there.
    private readonly RfmSegmentChoice[]? _ofCells;
    private readonly RfmSegmentChoice[]? _ofRows;

    private RfmSegments(RfmBins bins, RfmScoreColumns scores, RfmSegmentChoice[]? ofCells, RfmSegmentChoice[]? ofRows)
    {
        _bins = bins;
        _scores = scores;
        _ofCells = ofCells;
        _ofRows = ofRows;
    }

    public RfmSegmentChoice this[int row] => _ofCells is not null ? _ofCells[CellOf(row)] : _ofRows![row];

    public static RfmSegments Of(PurchaseTable table, RfmModel model, RfmScoreColumns scores, ISegmentation segmentation, CancellationToken cancellationToken)
    {
        RfmBins bins = model.Bins;
        if (segmentation is RfmSegmentRules rules)
        {
            var ofCells = new RfmSegmentChoice[bins.Cells];
            for (int cell = 0; cell < ofCells.Length; cell++)
            {
                ofCells[cell] = rules.Find(bins.Cell(cell)) is int rule ? rules.Choice(rule) : throw new ArgumentException(
                    $"No segment rule matches the scores {bins.Cell(cell)}. Add a last rule without bounds.", nameof(segmentation));
            }

            return new RfmSegments(bins, scores, ofCells, null);
        }

        var ofRows = new RfmSegmentChoice[table.Columns.Count];
        for (int row = 0; row < ofRows.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ofRows[row] = segmentation.Choose(table.Customers[row], new RfmCell(scores.Recency[row], scores.Frequency[row], scores.Monetary[row], bins));
        }

        return new RfmSegments(bins, scores, null, ofRows);
    }

    /// <summary>Sums up each segment, those without customers too: first those of the order given, then others in ordinal order.</summary>
    public ValueList<RfmSegmentSummary> Sum(PurchaseTable table, IReadOnlyList<string> order, ParallelOptions parallel)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in order.Concat((_ofCells ?? _ofRows!).Select(static choice => choice.Name).Order(StringComparer.Ordinal)))
        {
            numbers.TryAdd(name, numbers.Count);
        }

        int[]? segmentOfCell = _ofCells is null ? null : Array.ConvertAll(_ofCells, choice => numbers[choice.Name]);
        var parts = new RfmSegmentSums[(table.Columns.Count + RunLength - 1) / RunLength];
        Parallel.For(0, parts.Length, parallel, part =>
        {
            var sums = new RfmSegmentSums(numbers.Count);
            int end = Math.Min((part + 1) * RunLength, table.Columns.Count);
            for (int row = part * RunLength; row < end; row++)
            {
                sums.Add(segmentOfCell is null ? numbers[_ofRows![row].Name] : segmentOfCell[CellOf(row)], table, row);
            }

            parts[part] = sums;
        });
        var all = new RfmSegmentSums(numbers.Count);
        foreach (RfmSegmentSums part in parts)
        {
            all.Add(part);
        }

        return all.Summaries([.. numbers.Keys]);
    }

    /// <summary>Whether rows of the same scores are in the same segments.</summary>
    public bool SameAs(RfmSegments other) => (_ofCells ?? _ofRows).AsSpan().SequenceEqual(other._ofCells ?? other._ofRows);

    private int CellOf(int row) => _bins.IndexOf(_scores.Recency[row], _scores.Frequency[row], _scores.Monetary[row]);
}

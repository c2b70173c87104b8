namespace CustomerInsight;

/// <summary>Counts what one source gives while it is read.</summary>
internal sealed class SourceTally(string source, SourceContent content, InsightContext context)
{
    private readonly Dictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private readonly List<RowRejection> _kept = [];

    public long Read { get; private set; }

    public long Deleted { get; set; }

    public SourceCursor Cursor { get; private set; }

    public void Row(SourceCursor cursor)
    {
        Read++;
        Cursor = cursor;
        if (Read % context.Options.ProgressInterval == 0)
        {
            context.Progress($"read {source}", Read);
        }
    }

    /// <summary>Whether the row just read is the run's and the source's own; where it is not, it is quarantined.</summary>
    public bool Takes(RecordKey key, string tenant)
    {
        RowRejection? misplaced = tenant != context.Options.Tenant
            ? new RowRejection(Read, RejectionCodes.WrongTenant, "The row belongs to another tenant than the run. Run each tenant on its own.")
            : key.Source != source
            ? new RowRejection(Read, RejectionCodes.WrongSource, "The row's key names another source than the one that gave it, so it could count twice. Use the source's own name in its keys.")
            : null;
        if (misplaced is not null)
        {
            Reject(misplaced);
        }

        return misplaced is null;
    }

    public void Reject(RowRejection rejection)
    {
        _rejected[rejection.Code] = _rejected.GetValueOrDefault(rejection.Code) + 1;
        if (_kept.Count < context.Options.KeptRejections)
        {
            _kept.Add(rejection);
        }
    }

    public void Close(long kept, long repeated, long superseded)
    {
        context.Progress($"read {source}", Read, Read);
        CustomerInsightDiagnostics.RowsRead.Add(Read);
        CustomerInsightDiagnostics.RowsQuarantined.Add(_rejected.Values.Sum());
        context.Report(new SourceReport(
            source,
            content,
            Read,
            kept,
            repeated,
            superseded,
            Deleted,
            ValueList.From(_rejected.Keys.Order(StringComparer.Ordinal).Select(code => new RejectionCount(code, _rejected[code]))),
            ValueList.From(_kept),
            Cursor));
    }
}

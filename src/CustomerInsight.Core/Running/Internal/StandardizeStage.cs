using System.Globalization;

namespace CustomerInsight;

/// <summary>Gives every value the form in which it is compared and reports what had to be assumed or given up.</summary>
internal sealed class StandardizeStage(IReadOnlyList<IRecordSource> sources, StandardizerSet standardizers) : IInsightStage
{
    private static readonly (StandardizationNote Note, string Code, string Text)[] Notes =
    [
        (StandardizationNote.Rejected, "unusable-value", "values of {0} cannot be used and count as missing"),
        (StandardizationNote.AssumedDate, "assumed-date", "values of {0} were read by the source's date order or a completed year"),
        (StandardizationNote.PartialDate, "partial-date", "values of {0} are no days of the calendar: only a year or a month, or a month or day that does not exist"),
        (StandardizationNote.AssumedPhoneCountry, "assumed-phone-country", "values of {0} got the source's country code"),
    ];

    public string Name => "standardize";

    public InsightPhase Phase => InsightPhase.Standardize;

    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        SourceRecord[] records = context.Find<ReadRecords>()?.Records ?? [];
        var builder = new TableBuilder(
            records,
            standardizers,
            sources.ToDictionary(static source => source.Name, static source => source.Conventions, StringComparer.Ordinal),
            sources.ToDictionary(static source => source.Name, static source => source.TrustRank, StringComparer.Ordinal));
        context.Records = builder.Build(context.Parallel(cancellationToken));
        foreach (ColumnNotes column in builder.Notes)
        {
            Report(context, column);
        }

        if (builder.NamesSplit > 0)
        {
            context.Report(new ReportLine(Name, "names-split", builder.NamesSplit, "records with one name field were given a given and a family name to compare by; the source's value stays"));
        }

        context.Progress(Name, records.Length, records.Length);
        return ValueTask.CompletedTask;
    }

    private void Report(InsightContext context, ColumnNotes column)
    {
        foreach ((StandardizationNote note, string code, string text) in Notes)
        {
            long count = column[note];
            if (count > 0)
            {
                context.Report(new ReportLine(Name, code, count, string.Format(CultureInfo.InvariantCulture, text, column.Attribute.Name)));
            }
        }
    }
}

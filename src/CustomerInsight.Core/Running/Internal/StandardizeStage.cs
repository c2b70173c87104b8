using System.Globalization;

namespace CustomerInsight;

/// <summary>Gives every value the form in which it is compared and reports what had to be assumed or given up.</summary>
internal sealed class StandardizeStage(IReadOnlyList<IRecordSource> sources, StandardizerSet standardizers) : IInsightStage
{
    public string Name => "standardize";

    public InsightPhase Phase => InsightPhase.Standardize;

    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<SourceRecord> records = context.Find<ReadRecords>()?.Records ?? [];
        RecordSchema schema = RecordSchema.Union(records.Select(static record => record.Schema).Distinct());
        var builders = new ColumnBuilder[schema.Attributes.Count];
        var conventions = sources.ToDictionary(static source => source.Name, static source => source.Conventions, StringComparer.Ordinal);

        // One column is one thread's work, so the ids inside it do not depend on how many threads there are.
        Parallel.For(0, builders.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, attribute =>
        {
            AttributeDefinition definition = schema.Attributes[attribute];
            builders[attribute] = new ColumnBuilder(definition, standardizers.For(definition.Kind));
            builders[attribute].AddAll(records, conventions, cancellationToken);
        });

        foreach (ColumnBuilder builder in builders)
        {
            Report(context, builder);
        }

        var ranks = sources.ToDictionary(static source => source.Name, static source => source.TrustRank, StringComparer.Ordinal);
        context.Records = new StandardizedTable(schema, records, [.. builders.Select(static builder => builder.Build())], ranks);
        context.Progress(Name, records.Count, records.Count);
        return ValueTask.CompletedTask;
    }

    private void Report(InsightContext context, ColumnBuilder builder)
    {
        foreach ((StandardizationNote note, string code, string text) in Notes)
        {
            long count = builder.Noted(note);
            if (count > 0)
            {
                context.Report(new ReportLine(Name, code, count, string.Format(CultureInfo.InvariantCulture, text, builder.Attribute.Name)));
            }
        }
    }

    private static readonly (StandardizationNote Note, string Code, string Text)[] Notes =
    [
        (StandardizationNote.Rejected, "unusable-value", "values of {0} cannot be used and count as missing"),
        (StandardizationNote.AssumedDate, "assumed-date", "values of {0} were read by the source's date order or a completed year"),
        (StandardizationNote.AssumedPhoneCountry, "assumed-phone-country", "values of {0} got the source's country code"),
    ];
}

using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>Distinct values as sources write them: of all sources, so in all their formats and with their slips.</summary>
internal static class RawValues
{
    public const int Count = 20_000;

    private const int Records = 100_000;

    private static readonly Lazy<SyntheticData> Data = new(static () => SyntheticCustomers.Generate(new SyntheticOptions { Records = Records }));

    public static string[] Of(params string[] attributes)
    {
        string[] values = [.. Data.Value.Records
            .SelectMany(record => attributes.SelectMany(attribute => record[attribute]))
            .Distinct(StringComparer.Ordinal)
            .Take(Count)];
        return values.Length == Count ? values : throw new InvalidOperationException($"{Records} records gave {values.Length} of {Count} distinct values. Raise {nameof(Records)}.");
    }
}

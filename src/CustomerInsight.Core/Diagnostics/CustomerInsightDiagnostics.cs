using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CustomerInsight;

/// <summary>The names under which the library's traces and metrics are collected. They carry counts and stage names, never personal data.</summary>
public static class CustomerInsightDiagnostics
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string SourceName = "CustomerInsight";

    private static readonly Meter Meter = new(SourceName);

    internal static readonly ActivitySource Activities = new(SourceName);

    internal static readonly Counter<long> RowsRead = Meter.CreateCounter<long>("customer_insight.rows.read", "{row}", "Rows that sources gave.");

    internal static readonly Counter<long> RowsQuarantined = Meter.CreateCounter<long>("customer_insight.rows.quarantined", "{row}", "Rows that could not be read.");
}

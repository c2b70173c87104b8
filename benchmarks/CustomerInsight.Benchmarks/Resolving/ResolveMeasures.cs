using System.Text.Json;

namespace CustomerInsight.Benchmarks;

/// <summary>What the command <c>resolve</c> measures.</summary>
/// <param name="Records">How many records there were in the end.</param>
/// <param name="Profiles">How many profiles they are in.</param>
/// <param name="LoadPerSecond">Records a second, from the file until the graph answers, with a trained model, in a process that collects as a batch does.</param>
/// <param name="LookupMicroseconds">Finding a record's profile and making its golden record.</param>
/// <param name="UpsertMicroseconds">New records and changed ones, resolved in full and written to the ledger.</param>
/// <param name="BytesPerRecord">What a record takes in memory, ledger and indexes included.</param>
/// <param name="PairsPerUpsert">How many pairs an upsert weighed on average.</param>
/// <param name="PeakMegabytes">The most memory that the process had resident, in 10⁶ bytes.</param>
internal sealed record ResolveMeasures(
    long Records,
    long Profiles,
    double LoadPerSecond,
    CallMeasures LookupMicroseconds,
    CallMeasures UpsertMicroseconds,
    double BytesPerRecord,
    double PairsPerUpsert,
    double PeakMegabytes)
{
    public static ResolveMeasures FromJson(string json) => JsonSerializer.Deserialize(json, ResolveMeasuresJson.Default.ResolveMeasures)!;

    public string ToJson() => JsonSerializer.Serialize(this, ResolveMeasuresJson.Default.ResolveMeasures);
}

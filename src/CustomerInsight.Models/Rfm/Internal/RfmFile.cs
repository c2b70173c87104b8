namespace CustomerInsight.Models;

internal sealed class RfmFile
{
    public required double[] RecencyDays { get; init; }

    public required double[] Orders { get; init; }

    public required double[] Revenue { get; init; }

    public required string Currency { get; init; }

    public required RfmSegmentRuleFile[] Segments { get; init; }

    public static RfmFile From(RfmModel model) => new()
    {
        RecencyDays = [.. model.RecencyThresholds],
        Orders = [.. model.FrequencyThresholds],
        Revenue = [.. model.MonetaryThresholds],
        Currency = model.Currency,
        Segments = [.. model.Segments.Select(RfmSegmentRuleFile.From)],
    };

    public RfmModel ToModel() => new(
        ValueList.Create<double>(RecencyDays),
        ValueList.Create<double>(Orders),
        ValueList.Create<double>(Revenue),
        Currency,
        RfmSegmentRuleFile.ToRules(Segments));
}

using CustomerInsight.Models;

namespace SegmentsSample;

/// <summary>Four segments that make sense for any shop. As JSON they can be edited and given back by --segments.</summary>
internal static class ExampleSegments
{
    private static readonly Trait Orders = new(RunTraitNames.Orders);
    private static readonly Trait Revenue = new(RunTraitNames.Revenue);
    private static readonly Trait FirstPurchase = new(RunTraitNames.FirstPurchase);
    private static readonly Trait LastPurchase = new(RunTraitNames.LastPurchase);

    public static SegmentSet Set { get; } = new(
    [
        new("regulars", Orders.AtLeast(4) & LastPurchase.WithinLastDays(120), "Buy again and again"),
        new("newcomers", FirstPurchase.WithinLastDays(60), "Bought for the first time in the last two months"),
        new("slipping away", Orders.AtLeast(3) & !LastPurchase.WithinLastDays(120), "Were regular, have been silent for four months"),
        new("worth a call", SegmentCondition.InSegment("slipping away") & Revenue.AtLeast(500), "Those of them who spent much"),
    ]);
}

namespace CustomerInsight.Models;

/// <summary>Reads features of the rows of a table by their names.</summary>
internal static class FeatureReader
{
    private const int Saturday = 5;
    private const int Sunday = 6;

    /// <summary>How a feature of a row is read; null for a name that is none.</summary>
    public static Func<int, double>? Of(PurchaseColumns columns, int asOfDay, string name) => name switch
    {
        PurchaseFeatures.RecencyDays => row => asOfDay - columns.LastDay[row],
        PurchaseFeatures.TenureDays => row => asOfDay - columns.FirstDay[row],
        PurchaseFeatures.ActiveDays => row => columns.LastDay[row] - columns.FirstDay[row],
        PurchaseFeatures.Orders => row => columns.Orders[row],
        PurchaseFeatures.PurchaseDays => row => columns.Days[row],
        PurchaseFeatures.Revenue => row => (double)columns.Revenue[row],
        PurchaseFeatures.RepeatRevenue => row => (double)columns.RepeatRevenue[row],
        PurchaseFeatures.RevenuePerOrder => row => (double)columns.Revenue[row] / columns.Orders[row],
        _ => OfHabit(name) is { } read ? row => read(columns.Habits![row]!) : null,
    };

    /// <summary>The feature of a customer without purchases: nothing was bought, and there is no day to count from.</summary>
    public static double OfNobody(string name) => name switch
    {
        PurchaseFeatures.Orders or PurchaseFeatures.PurchaseDays or PurchaseFeatures.Revenue or PurchaseFeatures.RepeatRevenue or PurchaseFeatures.DistinctItems or PurchaseFeatures.Returns => 0,
        _ => double.NaN,
    };

    private static Func<PurchaseHabits, double>? OfHabit(string name) => name switch
    {
        PurchaseFeatures.LinesPerOrder => static habits => habits.LinesPerOrder,
        PurchaseFeatures.UnitsPerOrder => static habits => habits.UnitsPerOrder ?? double.NaN,
        PurchaseFeatures.DistinctItems => static habits => habits.DistinctItems,
        PurchaseFeatures.MeanGapDays => static habits => habits.Gaps?.MeanDays ?? double.NaN,
        PurchaseFeatures.MedianGapDays => static habits => habits.Gaps?.MedianDays ?? double.NaN,
        PurchaseFeatures.GapVariation => static habits => habits.Gaps?.Variation ?? double.NaN,
        PurchaseFeatures.Returns => static habits => habits.Returns,
        PurchaseFeatures.ReturnShare => static habits => habits.ReturnShare,
        PurchaseFeatures.WeekendShare => static habits => habits.Weekdays[Saturday] + habits.Weekdays[Sunday],
        PurchaseFeatures.TopCategoryShare => static habits => habits.Categories.Count > 0 ? habits.Categories[0].Share : double.NaN,
        PurchaseFeatures.TopChannelShare => static habits => habits.Channels.Count > 0 ? habits.Channels[0].Share : double.NaN,
        _ => null,
    };
}

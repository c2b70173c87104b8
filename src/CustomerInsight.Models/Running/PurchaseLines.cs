namespace CustomerInsight.Models;

/// <summary>What the preparation of purchases left out, as lines of the run's report.</summary>
internal static class PurchaseLines
{
    public static IEnumerable<ReportLine> Of(PurchaseTable table, string stage)
    {
        PurchaseReport report = table.Report;
        List<ReportLine> lines =
        [
            new(stage, "refunds-left-out", report.Refunds, $"refunds left out, {new Money(report.RefundTotal, table.Currency)} in all"),
            new(stage, "refunds-netted", report.NettedRefunds, $"refunds taken off, {new Money(report.NettedRefundTotal, table.Currency)} in all"),
            new(stage, "orders-refunded", report.RefundedOrders, FormattableString.Invariant($"orders of {report.RefundedPurchases:#,0} purchases given back whole, which count as never placed")),
            new(stage, "zero-amounts-left-out", report.ZeroAmounts, "purchases of amount zero left out"),
            new(stage, "zero-amounts-kept", report.ZeroAmountsKept, "purchases of amount zero counted as purchases"),
            new(stage, "no-amount-left-out", report.WithoutAmount, "purchases without an amount left out"),
            new(stage, "implausible-amounts-left-out", report.ImplausibleAmounts, "purchases of an implausibly large amount left out"),
        ];
        lines.AddRange(report.OtherCurrencies.Select(other => new ReportLine(
            stage,
            "other-currency-left-out",
            other.Activities,
            FormattableString.Invariant($"purchases and refunds of {other.Customers:#,0} customers in {other.Currency} left out, since the models count in {table.Currency}"))));
        lines.AddRange(report.Converted.Select(other => new ReportLine(
            stage,
            "currency-converted",
            other.Activities,
            FormattableString.Invariant($"purchases and refunds of {other.Customers:#,0} customers in {other.Currency} converted into {table.Currency}"))));
        lines.Add(new(stage, "same-order-or-day", report.Purchases - report.Orders, FormattableString.Invariant($"purchases count with others as one order, so that {report.Purchases:#,0} purchases make {report.Orders:#,0} orders")));
        lines.Add(new(stage, "other-day-than-utc", report.OnAnotherDay, "purchases count on another day than that of their UTC date, by the time zone and the hour at which a day begins"));
        lines.Add(new(stage, "customers-without-purchases", report.CustomersWithoutPurchases, "customers without a purchase that counts, so without scores and value"));
        return lines.Where(static line => line.Count > 0);
    }
}

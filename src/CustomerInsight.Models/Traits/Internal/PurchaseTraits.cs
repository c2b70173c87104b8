namespace CustomerInsight.Models;

/// <summary>What customers bought, as traits; of one who bought nothing it is known that it is nothing.</summary>
internal static class PurchaseTraits
{
    public static TraitTable Of(PurchaseTable purchases, ValueList<string> customers)
    {
        double[] orders = new double[customers.Count];
        double[] days = new double[customers.Count];
        double[] revenue = new double[customers.Count];
        var first = new DateOnly?[customers.Count];
        var last = new DateOnly?[customers.Count];
        int row = 0;
        foreach (PurchaseSummary purchase in purchases.Customers)
        {
            // Both are in ordinal order.
            while (row < customers.Count && string.CompareOrdinal(customers[row], purchase.Customer) < 0)
            {
                row++;
            }

            if (row < customers.Count && customers[row] == purchase.Customer)
            {
                orders[row] = purchase.Orders;
                days[row] = purchase.Days;
                revenue[row] = (double)purchase.Revenue;
                first[row] = purchase.FirstDay;
                last[row] = purchase.LastDay;
            }
        }

        return TraitTable.Create(
            customers,
            purchases.AsOfDay,
            [
                TraitColumn.Numbers(RunTraitNames.Orders, orders, "Orders"),
                TraitColumn.Numbers(RunTraitNames.PurchaseDays, days, "Days with a purchase"),
                TraitColumn.Numbers(RunTraitNames.Revenue, revenue, $"Revenue in {purchases.Currency}"),
                TraitColumn.Dates(RunTraitNames.FirstPurchase, first, "Day of the first purchase"),
                TraitColumn.Dates(RunTraitNames.LastPurchase, last, "Day of the last purchase"),
            ]);
    }
}

namespace CustomerInsight.Models.Tests;

public sealed class ActivityLogUntilTests
{
    [Fact]
    public void Until_AMoment_HasWhatWasKnownThen()
    {
        CustomerActivity[] activities =
        [
            Shop.Bought("a", 10, 5) with { Channel = "web", Item = "x" },
            Shop.Bought("b", 5, -1, currency: "USD"),
            Shop.Bought("c", 0, null),
            Shop.Bought("d", -1, 7),
            Shop.Bought("a", 3, 5) with { Customer = new Identifier("card", "shop", "a") },
        ];
        var whole = new ActivityLog();
        var known = new ActivityLog();
        whole.Add("named", Shop.AsOf.AddDays(-20), 3m, "EUR");
        known.Add("named", Shop.AsOf.AddDays(-20), 3m, "EUR");
        foreach (CustomerActivity activity in activities)
        {
            whole.Add(activity);
            if (activity.At <= Shop.AsOf)
            {
                known.Add(activity);
            }
        }

        ActivityLog until = whole.Until(Shop.AsOf);

        var options = new PurchaseOptions { Habits = true, KeepCustomersWithoutPurchases = true };
        Assert.Equal((5, Shop.AsOf), (until.Count, until.LastAt));
        Assert.Equal(PurchaseTable.From(known, Shop.AsOf.AddDays(9), options), PurchaseTable.From(until, Shop.AsOf.AddDays(9), options));
        Assert.Equal(3, whole.Until(Shop.AsOf, after: Shop.AsOf.AddDays(-10)).Count);
        Assert.Equal(6, whole.Count);
    }
}

using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class PurchaseLogTests
{
    private static readonly Gen<string> Name = Gen.Elements("a", "b", "C1", "C10", "C2", "客", "é", "\0", "\u007f", "\uffff", " ").ArrayOf().Select(string.Concat).Where(name => name.Length > 0);

    [Fact]
    public void Groups_AnyNames_AreInOrdinalOrderWithTheirRows() => Prop.ForAll(
        (from names in Name.NonEmptyListOf() from prefix in Gen.Elements(string.Empty, "客户", "order-") select names.Select(name => prefix + name).ToArray()).ToArbitrary(),
        names =>
        {
            var log = new ActivityLog();
            for (int i = 0; i < names.Length; i++)
            {
                log.Add(names[i], AsOf.AddHours(-i), i + 1m);
            }

            var table = PurchaseTable.From(log, AsOf);
            return names.Select((name, i) => (name, amount: i + 1m)).GroupBy(row => row.name).OrderBy(own => own.Key, StringComparer.Ordinal)
                .Select(own => (own.Key, own.Sum(row => row.amount)))
                .SequenceEqual(table.Customers.Select(row => (row.Customer, row.Revenue)));
        }).Check(Quick.Tests(500));

    [Fact]
    public void KeyOf_AnyNames_KeepsTheirOrder() => Prop.ForAll(
        (from sample in Name.NonEmptyListOf() from left in Name from right in Name select (sample, left, right)).ToArbitrary(),
        names =>
        {
            var keys = NameKeys.Of([.. names.sample]);
            ulong left = keys.KeyOf(names.left, out bool leftIsExact);
            ulong right = keys.KeyOf(names.right, out bool rightIsExact);
            int order = string.CompareOrdinal(names.left, names.right);
            return (order >= 0 || left <= right) && (order <= 0 || left >= right) && (!leftIsExact || !rightIsExact || order == 0 || left != right);
        }).Check(Quick.Tests(2_000));

    [Fact]
    public void PartOf_AnyBounds_CountsThoseNotAbove() => Prop.ForAll(
        (from shift in Gen.Choose(0, 60)
         from bounds in Gen.Choose(0, 12).Select(number => (ulong)number).ArrayOf()
         from extremes in Gen.Elements(true, false)
         from key in Gen.Choose(0, 13)
         select (bounds: bounds.Select(bound => bound << shift).Concat(extremes ? [0UL, ulong.MaxValue] : []).Order().ToArray(), key: key == 13 ? ulong.MaxValue : (ulong)key << shift)).ToArbitrary(),
        data => new KeyBounds(data.bounds).PartOf(data.key) == data.bounds.Count(bound => bound <= data.key)).Check(Quick.Tests(2_000));

    [Fact]
    public void Table_ManyRowsInManyParts_EqualsThatOfHistories()
    {
        CustomerHistory[] histories = DrawnHistories(20_000, 3);
        var log = new ActivityLog();
        foreach (CustomerActivity activity in histories.SelectMany(history => history.Activities).OrderBy(activity => activity.At))
        {
            log.Add(activity.Customer.Value, activity.At, activity.Value!.Value.Amount, activity.Value.Value.Currency);
        }

        Assert.True(log.Count > 50_000);
        Assert.Equal(PurchaseTable.From(histories, AsOf), PurchaseTable.From(log, AsOf));
        Assert.Equal(PurchaseTable.From(log, AsOf), PurchaseTable.From(log, AsOf, new PurchaseOptions { MaxDegreeOfParallelism = 1 }));
    }

    [Fact]
    public void Add_SameValueOfTwoScopes_IsTwoCustomersNamedInFullAndNoOther()
    {
        CustomerActivity first = Bought("7", 9, 10m);
        var log = new ActivityLog();
        log.Add(first);
        log.Add(first with { Customer = new Identifier("wechat.openid", "app", "7") });
        log.Add(first with { Customer = new Identifier("wechat.openid", "app", "8") });

        Assert.Equal(["8", "record-key:shop:7", "wechat.openid:app:7"], PurchaseTable.From(log, AsOf).Customers.Select(row => row.Customer.Replace(Identifier.RecordKeyType, "record-key", StringComparison.Ordinal)));
    }

    [Fact]
    public void Add_TwoScopesWithoutTwins_KeepsBareNames()
    {
        var log = new ActivityLog();
        log.Add(Bought("7", 9, 10m));
        log.Add(Bought("8", 9, 10m) with { Customer = new Identifier("wechat.openid", "app", "8") });
        log.Add("9", AsOf, 1m, "EUR");

        Assert.Equal(["7", "8", "9"], PurchaseTable.From(log, AsOf).Customers.Select(row => row.Customer));
    }

    [Fact]
    public void Add_OtherTypes_OnlyMakeTheCustomerKnown()
    {
        var log = new ActivityLog();
        log.Add("a", AsOf, "visit");
        log.Add("b", AsOf, ActivityTypes.Purchase, 5m);

        var table = PurchaseTable.From(log, AsOf, new PurchaseOptions { KeepCustomersWithoutPurchases = true });

        Assert.Equal(["a"], table.WithoutPurchases);
        Assert.Equal((2, AsOf, 1L), (log.Count, log.LastAt, table.Report.Purchases));
    }

    [Fact]
    public void Add_UnusableRow_IsRefusedAndNotKept()
    {
        var log = new ActivityLog();

        Assert.Contains("three capital letters", Assert.Throws<ArgumentException>(() => log.Add("a", AsOf, 1m, "euro")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => log.Add(string.Empty, AsOf, 1m));
        Assert.Throws<ArgumentException>(() => log.Add("a", AsOf, string.Empty));
        Assert.Equal(0, log.Count);
        Assert.Null(log.LastAt);
        Assert.Empty(PurchaseTable.From(log, AsOf).Customers);
    }
}

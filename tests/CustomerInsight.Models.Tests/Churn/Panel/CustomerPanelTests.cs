namespace CustomerInsight.Models.Tests;

public sealed class CustomerPanelTests
{
    private static readonly LabelOptions Labels = new() { HorizonDays = 60 };
    private static readonly CustomerHistory[] Histories = Shop.DrawnHistories(80, 3);
    private static readonly CustomerPanel Panel = CustomerPanel.From(Histories, CutOffs.Latest(Shop.AsOf.AddDays(-300), 90, Shop.AsOf, Labels), new ActivityFeatureBuilder(), Shop.AsOf, Labels);

    [Fact]
    public void From_SeveralCutOffs_HasARowForEachLabel()
    {
        Assert.Equal(3, Panel.Snapshots.Count);
        Assert.Equal(Panel.Snapshots.Sum(static one => one.Labels.Customers.Count), Panel.Rows);
        Assert.Equal(Panel.Customers, Panel.Customers.Order(StringComparer.Ordinal).Distinct());
        for (int row = 0; row < Panel.Rows; row++)
        {
            LabelledSnapshot snapshot = Panel.Snapshots.Single(one => one.Labels.CutOff == Panel.Times[row]);
            Assert.Equal(snapshot.Labels.Find(Panel.Groups[row]), Panel.Labels[row]);
        }

        Assert.Contains("3 cut-offs", Panel.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_RowsInAnyOrder_AreThoseOfTheirSnapshots()
    {
        int[] training = [.. Enumerable.Range(0, Panel.Rows).Where(static row => row % 3 != 0)];
        FeatureEncoding encoding = Panel.FitEncoding(new FeatureEncoder(), training).Model!;
        int[] rows = [Panel.Rows - 1, 0, 5, 0];

        ClassificationData data = Panel.Encode(encoding, rows);

        for (int i = 0; i < rows.Length; i++)
        {
            CustomerSnapshot snapshot = Panel.Snapshots.Single(one => one.Labels.CutOff == Panel.Times[rows[i]]).Snapshot;
            string customer = Panel.Groups[rows[i]];
            Assert.Equal(encoding.Encode(snapshot.Features).Row(snapshot.Features.IndexOf(customer)).ToArray(), data.Features.Row(i).ToArray());
            Assert.Equal((customer, Panel.Labels[rows[i]]), (data.Features.Customers![i], data.Labels[i]));
        }

        Assert.Equal(encoding, Panel.FitEncoding(new FeatureEncoder(), [.. training.Reverse()]).Model);
        Assert.Throws<ArgumentOutOfRangeException>(() => Panel.Encode(encoding, [Panel.Rows]));
    }

    [Fact]
    public void Folds_OfCustomersAndTime_MixNeither()
    {
        Folds folds = Folds.GroupedTimeOrdered(Panel.Times, Panel.Groups, 2, 2, TimeSpan.FromDays(Labels.HorizonDays));

        Assert.All(folds.Items, static fold =>
        {
            Assert.Empty(fold.Train.Select(static row => Panel.Groups[row]).Intersect(fold.Test.Select(static row => Panel.Groups[row])));
            Assert.All(fold.Train, train => Assert.All(fold.Test, test => Assert.True(Panel.Times[train].AddDays(Labels.HorizonDays) <= Panel.Times[test])));
        });
    }

    [Fact]
    public void Panel_SnapshotsThatDoNotFit_AreRefused()
    {
        LabelledSnapshot first = Panel.Snapshots[0];

        Assert.Throws<ArgumentException>(() => new CustomerPanel([first, first]));
        Assert.Throws<ArgumentException>(() => new CustomerPanel([first with { Labels = Panel.Snapshots[1].Labels }]));
        Assert.Throws<ArgumentException>(() => new CustomerPanel([first with { Snapshot = first.Snapshot with { Features = TraitTable.Empty } }]));
        Assert.Throws<ArgumentException>(() => first.Snapshot.Features.Of(["nobody"]));
        Assert.Equal(0, new CustomerPanel([]).Rows);
    }

    [Fact]
    public void From_ObservationOfAFewDays_HasARowForEachLabel()
    {
        var panel = CustomerPanel.From(Histories, [Shop.AsOf.AddDays(-60)], new ActivityFeatureBuilder(new ActivityFeatureOptions { ObservationDays = 30 }), Shop.AsOf, Labels);

        Assert.Equal(CustomerLabels.From(Histories, Shop.AsOf.AddDays(-60), Shop.AsOf, Labels).Customers, panel.Customers);
        Assert.Contains(Enumerable.Range(0, panel.Rows), row => panel.Snapshots[0].Snapshot.Features[PurchaseFeatures.Orders]![row].Number == 0);
    }

    [Fact]
    public void Panel_MoneyInSeveralCurrencies_IsRefusedOrThatOfTheNewest()
    {
        // Dollars until a year ago, then euros.
        var log = new ActivityLog();
        for (int days = 720; days > 0; days -= 5)
        {
            log.Add($"c{days % 3}", Shop.AsOf.AddDays(-days), 10m, days > 460 ? "USD" : "EUR");
        }

        DateTimeOffset[] cutOffs = [Shop.AsOf.AddDays(-400), Shop.AsOf.AddDays(-100)];
        var builder = new ActivityFeatureBuilder();
        var panel = CustomerPanel.From(log, cutOffs, builder, Shop.AsOf, Labels);

        Assert.Equal(["EUR", "EUR"], panel.Snapshots.Select(static one => one.Snapshot.Purchases!.Currency));
        Assert.Equal("USD", builder.Build(log, cutOffs[0]).Purchases!.Currency);
        ArgumentException error = Assert.Throws<ArgumentException>(() => CustomerPanel.From(CustomerLabels.From(log, cutOffs, Shop.AsOf, Labels), cutOff => builder.Build(log, cutOff)));
        Assert.Contains("USD, EUR", error.Message, StringComparison.Ordinal);
    }
}

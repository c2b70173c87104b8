namespace CustomerInsight.Models.Tests;

public sealed class LeakageGuardTests
{
    private static readonly ActivityFeatureBuilder Builder = new(new ActivityFeatureOptions { Purchases = new PurchaseOptions { KeepZeroAmounts = true } });

    [Fact]
    public void Check_TraitsThatLookAhead_NamesThem()
    {
        DateTimeOffset cutOff = Shop.AsOf.AddDays(-100);
        CustomerHistory[] histories = Shop.DrawnHistories(60, 5);
        TraitTable Leaky(IReadOnlyList<CustomerHistory> known)
        {
            CustomerHistory[] own = [.. known.Where(history => history.Activities.Any(activity => activity.At <= cutOff))];
            return TraitTable.Create(
                [.. own.Select(static history => history.Customer)],
                null,
                [
                    TraitColumn.Numbers("ever", [.. own.Select(static history => (double)history.Activities.Count)]),
                    TraitColumn.Numbers("so far", [.. own.Select(history => (double)history.Activities.Count(activity => activity.At <= cutOff))]),
                ]);
        }

        LeakageReport report = LeakageGuard.Check(histories, cutOff, Leaky);

        LeakageFinding finding = Assert.Single(report.Findings);
        Assert.Equal(("ever", LeakageKind.LooksAhead), (finding.Trait, finding.Kind));
        Assert.Equal(histories.Count(history => history.Activities.Any(activity => activity.At <= cutOff) && history.Activities.Any(activity => activity.At > cutOff)), finding.CustomersChanged);
        Assert.Contains("'ever' looks past the cut-off", report.Describe(), StringComparison.Ordinal);
        Assert.False(report.IsClean);
    }

    [Fact]
    public void Check_CustomersKnownOnlyLater_AreCounted()
    {
        var log = new ActivityLog();
        log.Add("a", Shop.AsOf.AddDays(-10), 1m, "EUR");
        log.Add("b", Shop.AsOf.AddDays(10), 1m, "EUR");

        LeakageReport report = LeakageGuard.Check(log, Shop.AsOf, known => PurchaseTable.From(known, Shop.AsOf.AddDays(20)).ToTraits());

        Assert.Equal(new LeakageFinding(LeakageReport.Customers, LeakageKind.LooksAhead, 1, null), report.Findings[0]);
        Assert.True(LeakageGuard.Check(log, Shop.AsOf, known => Builder.Build(known, Shop.AsOf).Features).IsClean);
    }

    [Fact]
    public void Check_CustomersAndTraitsThatTheFutureTakesAway_AreFound()
    {
        DateTimeOffset cutOff = Shop.AsOf.AddDays(-100);
        CustomerHistory[] histories = Shop.DrawnHistories(60, 5);
        TraitTable Leaky(IReadOnlyList<CustomerHistory> known)
        {
            bool isWhole = known.Any(history => history.Activities.Any(activity => activity.At > cutOff));
            CustomerHistory[] own = [.. known.Where(history => history.Activities.Any(activity => activity.At <= cutOff) && history.Activities.All(activity => activity.At <= cutOff))];
            TraitColumn column = TraitColumn.Numbers(isWhole ? "after" : "before", [.. own.Select(static _ => 1.0)]);
            return TraitTable.Create([.. own.Select(static history => history.Customer)], null, [column]);
        }

        LeakageReport report = LeakageGuard.Check(histories, cutOff, Leaky);

        int stay = histories.Count(history => history.Activities.All(activity => activity.At <= cutOff));
        int leftOut = histories.Count(history => history.Activities.Any(activity => activity.At <= cutOff)) - stay;
        Assert.True(stay > 0 && leftOut > 0);
        Assert.Equal(
            [new LeakageFinding(LeakageReport.CustomersLeftOut, LeakageKind.LooksAhead, leftOut, null), new("after", LeakageKind.LooksAhead, stay, null), new("before", LeakageKind.LooksAhead, stay, null)],
            report.Findings);
        Assert.Contains("customers are left out because of what they did after the cut-off", report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_EachKindOfTrait_HasItsScore()
    {
        var log = new ActivityLog();
        string[] names = [.. Enumerable.Range(0, 200).Select(static i => FormattableString.Invariant($"c{i:000}"))];
        foreach ((string name, int i) in names.Select(static (name, i) => (name, i)))
        {
            log.Add(name, Shop.AsOf.AddDays(-10), 1m, "EUR");
            if (i % 4 < 2)
            {
                log.Add(name, Shop.AsOf.AddDays(10), 1m, "EUR");
            }
        }

        CustomerLabels labels = CustomerLabels.From(log, Shop.AsOf, Shop.AsOf.AddDays(90));
        var features = TraitTable.Create(
            names,
            null,
            [
                TraitColumn.Texts("status", [.. names.Select(static (_, i) => i % 4 < 2 ? "kept" : i % 3 == 0 ? "left" : "closed")]),
                TraitColumn.Numbers("closed on", [.. names.Select(static (_, i) => i % 4 < 2 ? double.NaN : i % 7)]),
                TraitColumn.TextSets("tags", [.. names.Select(static (_, i) => i % 4 < 2 ? new[] { "x" } : ["y"])]),
                TraitColumn.Texts("name", names),
                TraitColumn.Texts("same", [.. names.Select(static _ => "x")]),
                TraitColumn.Numbers("noise", [.. names.Select(static (_, i) => (double)((i / 4) % 5))]),
                TraitColumn.Flags("half", [.. names.Select(static (_, i) => i % 4 == 0)]),
            ]);

        LeakageReport report = LeakageGuard.Check(features, labels);

        Assert.Equal(["closed on", "status", "tags"], report.Findings.Select(static finding => finding.Trait));
        Assert.All(report.Findings, static finding => Assert.Equal((LeakageKind.TooGood, 1.0), (finding.Kind, finding.AreaUnderRoc!.Value)));
        Assert.Equal([("half", .75), ("name", .5), ("noise", .5), ("same", .5)], report.Scores.Skip(3).Select(static score => (score.Trait, score.AreaUnderRoc)));
        Assert.Equal(
            new LeakageFinding("half", LeakageKind.FarAbove, 0, .75),
            Assert.Single(LeakageGuard.Check(TraitTable.Create(names, null, [features["half"]!, features["noise"]!]), labels).Findings));
    }

    [SharedFact]
    public void Check_CdnowRecencyTakenTooLate_IsCaught()
    {
        ActivityLog log = Cdnow.ReadMaster();
        DateTimeOffset cutOff = CutOffs.Before(new(1998, 1, 1));
        CustomerLabels labels = CustomerLabels.From(log, cutOff, Cdnow.HoldoutEnd, new LabelOptions { KeepZeroAmounts = true });
        var options = new PurchaseOptions { KeepZeroAmounts = true };

        LeakageReport clean = LeakageGuard.Check(log, cutOff, known => Builder.Build(known, cutOff).Features, labels);
        LeakageReport late = LeakageGuard.Check(log, cutOff, known => PurchaseTable.From(known, labels.WindowEnd, options).ToTraits(), labels);

        Assert.True(clean.IsClean);
        Assert.Equal(.793176, clean.Scores.Single(static score => score.Trait == PurchaseFeatures.RecencyDays).AreaUnderRoc, 5e-7);
        Assert.Contains(late.Findings, static finding => finding is { Trait: PurchaseFeatures.RecencyDays, Kind: LeakageKind.LooksAhead, CustomersChanged: > 3_000 });
        LeakageFinding tooGood = Assert.Single(late.Findings, static finding => finding is { Trait: PurchaseFeatures.RecencyDays, Kind: LeakageKind.TooGood });
        Assert.InRange(tooGood.AreaUnderRoc!.Value, .99998, 1);
    }
}

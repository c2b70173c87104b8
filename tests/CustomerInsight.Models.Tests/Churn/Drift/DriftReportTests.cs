namespace CustomerInsight.Models.Tests;

public sealed class DriftReportTests
{
    private static readonly DateOnly Day = new(2024, 5, 1);

    [Fact]
    public void Compare_TheSameCustomers_IsStable()
    {
        TraitTable table = Table(500, 1);
        double[] predictions = Predictions(500, 2);
        bool[] labels = Labels(500, 3);
        var reference = DriftReference.Of(table, predictions, labels);

        DriftReport report = reference.Compare(table, predictions, labels);

        Assert.Equal(DriftLevel.Stable, report.Level);
        Assert.Equal(["spend", "plan", "member", "joined", "tags", "prediction", "label"], report.Rows.Select(static row => row.Name));
        Assert.All(report.Rows, static row => Assert.Equal(0, row.StabilityIndex));
        Assert.All(report.Rows.Where(static row => row.Distance is not null), static row => Assert.Equal((0, 1), (row.Distance, row.PValue)));
        Assert.All(report.Rows.SelectMany(static row => row.Bins), static bin => Assert.Equal(bin.Reference, bin.Current));
    }

    [Fact]
    public void Compare_OtherCustomersOfTheSameSort_RarelyRaisesALevel()
    {
        var reference = DriftReference.Of(Table(2_000, 1));

        // 40 samples of five traits, of so few rows that the index alone is often above 0.1.
        DriftRow[] rows = [.. Enumerable.Range(10, 40).SelectMany(seed => reference.Compare(Table(60, (ulong)seed)).Rows)];

        Assert.True(rows.Count(static row => row.StabilityIndex > 0.1) > 20);
        Assert.InRange(rows.Count(static row => row.Level != DriftLevel.Stable), 0, 8);
    }

    [Fact]
    public void Compare_EachSortOfDrift_IsSeenWhereItIs()
    {
        TraitTable before = Table(2_000, 1);
        TraitTable now = TraitTable.Create(before.Customers, Day, [.. before.Columns.Select(column => column.Definition.Name switch
        {
            "spend" => TraitColumn.Numbers("spend", [.. Enumerable.Range(0, column.Count).Select(row => column[row].IsMissing ? double.NaN : column[row].Number * 3)]),
            "plan" => TraitColumn.Texts("plan", [.. Enumerable.Range(0, column.Count).Select(row => row % 3 == 0 ? "new plan" : column[row].Text)]),
            "member" => TraitColumn.Flags("member", [.. Enumerable.Range(0, column.Count).Select(row => row % 2 == 0 ? (bool?)null : column[row].Flag)]),
            _ => column,
        })]);
        var reference = DriftReference.Of(before, Predictions(2_000, 2), Labels(2_000, 3));

        DriftReport report = reference.Compare(now, [.. Predictions(2_000, 2).Select(static p => p / 2)], [.. Labels(2_000, 3).Select(static (label, row) => label && row % 3 == 0)]);

        var levels = report.Rows.ToDictionary(static row => row.Name, static row => row.Level);
        Assert.Equal(DriftLevel.Alert, levels["spend"]);
        Assert.Equal(DriftLevel.Alert, levels["plan"]);
        Assert.Equal(DriftLevel.Alert, levels["member"]);
        Assert.Equal(DriftLevel.Stable, levels["joined"]);
        Assert.Equal(DriftLevel.Alert, levels["prediction"]);
        Assert.NotEqual(DriftLevel.Stable, levels["label"]);
        DriftRow member = report.Rows.Single(static row => row.Name == "member");
        Assert.Equal((0, 0.5), (member.ReferenceMissing, member.CurrentMissing));
        Assert.Equal(0, report.Rows.Single(static row => row.Name == "plan").Bins.Single(static bin => bin.Label == "other").Reference);
        Assert.Equal(1.0 / 3, report.Rows.Single(static row => row.Name == "plan").Bins.Single(static bin => bin.Label == "other").Current, 1e-3);
        Assert.Equal(report.Rows.Single(static row => row.Name == "prediction").ReferenceMean!.Value / 2, report.Rows.Single(static row => row.Name == "prediction").CurrentMean!.Value, 1e-12);
        Assert.Contains("2,000 customers against 2,000 learned from: alert", report.Describe(), StringComparison.Ordinal);
        Assert.Contains("\"level\":\"alert\"", report.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_Numbers_HasIndexAndDistanceOfTheSamples()
    {
        TraitTable before = Table(3_000, 1);
        TraitTable now = Table(1_000, 7, 1.2);
        double[] first = Known(before);
        double[] second = Known(now);

        DriftRow row = DriftReference.Of(before).Compare(now).Rows[0];

        Assert.Equal(PopulationStability.Of(first, second), row.StabilityIndex!.Value, 1e-12);
        Assert.InRange(row.Distance!.Value, KolmogorovSmirnovTest.Of(first, second).Statistic - 0.0051, KolmogorovSmirnovTest.Of(first, second).Statistic);
        Assert.Equal(first.Average(), row.ReferenceMean!.Value, 1e-9);
    }

    [Fact]
    public void Of_CustomersInAnotherOrder_IsTheSame()
    {
        TraitTable table = Table(400, 1);
        TraitTable renamed = TraitTable.Create([.. table.Customers.Select(static customer => $"{customer[^1]}{customer}")], Day, table.Columns);

        Assert.Equal(DriftReference.Of(table), DriftReference.Of(renamed));
        Assert.Equal(DriftReference.Of(table).Compare(Table(90, 4)), DriftReference.Of(renamed).Compare(Table(90, 4)));
    }

    [Fact]
    public void Of_SeveralTables_IsThatOfTheirRows()
    {
        TraitTable first = Table(300, 1);
        TraitTable second = Table(200, 2);

        var reference = DriftReference.Of([first, second]);

        Assert.Equal(500, reference.Rows);
        Assert.Equal(PopulationStability.Of([.. Known(first), .. Known(second)], Known(first)), reference.Compare(first).Rows[0].StabilityIndex!.Value, 1e-12);
        Assert.Equal(Known(first).Concat(Known(second)).Average(), reference.Profiles[0].Mean!.Value, 1e-9);
    }

    [Fact]
    public void Of_PersonalAndRareValues_AreNotKept()
    {
        string[] customers = [.. Enumerable.Range(0, 100).Select(static row => $"c{row}")];
        TraitTable table = TraitTable.Create(customers, Day,
        [
            TraitColumn.Texts("email", [.. customers.Select(static customer => $"{customer}@example.org")]).AsPersonal(),
            TraitColumn.Texts("city", [.. customers.Select(static (_, row) => row < 60 ? "Common" : row < 85 ? "Seldom" : $"Village {row}")]),
        ]);
        using var file = new MemoryStream();

        var reference = DriftReference.Of(table);
        reference.Save(file);

        string text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Village", text, StringComparison.Ordinal);
        Assert.Equal(["Common", "Seldom"], reference.Profiles.Single().Levels);
        Assert.Equal([0.6, 0.25, 0.15], reference.Profiles.Single().Shares);
    }

    [Fact]
    public void SaveAndLoad_AReference_IsEqual()
    {
        var reference = DriftReference.Of(Table(300, 1), Predictions(300, 2), Labels(300, 3));
        TraitTable nothing = TraitTable.Create(["a", "b"], null, [TraitColumn.Numbers("x", [double.NaN, double.NaN]), TraitColumn.Texts("t", [null, null]), TraitColumn.Flags("f", [null, null])]);
        foreach (DriftReference one in (DriftReference[])[reference, DriftReference.Of(nothing)])
        {
            using var file = new MemoryStream();
            one.Save(file);
            file.Position = 0;
            Assert.Equal(one, DriftReference.Load(file));
        }

        Assert.Equal(DriftLevel.Stable, DriftReference.Of(nothing).Compare(nothing).Level);
        using var other = new MemoryStream("""{"kind":"customer-insight/drift-reference","version":1,"model":{"rows":2,"profiles":[{"name":"x","subject":"Feature","kind":"Number","rows":2,"missing":0,"shares":[0.5]}]}}"""u8.ToArray());
        Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(() => DriftReference.Load(other)).Code);
    }

    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(19, 0, 0)]
    [InlineData(40, 3, 3)]
    [InlineData(1_000, 9, 99)]
    [InlineData(5_000, 9, 199)]
    public void Of_FewCustomers_KeepsFewQuantiles(int rows, int bounds, int quantiles)
    {
        var random = new SeededRandom(3);
        double[] values = [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())];
        TraitTable table = TraitTable.Create([.. Enumerable.Range(0, rows).Select(static row => $"c{row:00000}")], null, [TraitColumn.Numbers("x", values)]);
        var reference = DriftReference.Of(table);
        DriftProfile profile = reference.Profiles[0];

        Assert.Equal((bounds, quantiles), (profile.Bounds.Count, profile.Quantiles.Count));
        double[] sorted = [.. values.Order()];
        Assert.All(profile.Quantiles.Zip(profile.Quantiles.Skip(1)), pair => Assert.InRange(sorted.Count(value => value > pair.First && value <= pair.Second), 9, rows));
        DriftRow row = reference.Compare(table).Rows[0];
        Assert.Equal((DriftLevel.Stable, quantiles == 0 ? null : (double?)0), (row.Level, row.Distance));
        using var file = new MemoryStream();
        reference.Save(file);
        file.Position = 0;
        Assert.Equal(reference, DriftReference.Load(file));
    }

    [Theory]
    [InlineData("""["a","b"]""", "[0.5,0.25,0.25]", true)]
    [InlineData("""["a","a"]""", "[0.5,0.25,0.25]", false)]
    [InlineData("""["a","b"]""", "[0.9,0.25,0.25]", false)]
    [InlineData("""["a","b"]""", "[0.1,0.25,0.25]", false)]
    [InlineData("""["a",null]""", "[0.5,0.25,0.25]", false)]
    public void Load_OfLevels_TakesOnlyThoseThatAddUp(string levels, string shares, bool isPossible)
    {
        string file = $$$"""{"kind":"customer-insight/drift-reference","version":1,"model":{"rows":40,"profiles":[{"name":"x","subject":"Feature","kind":"Text","rows":40,"missing":0,"levels":{{{levels}}},"shares":{{{shares}}}}]}}""";
        DriftReference Loaded() => DriftReference.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file)));

        if (isPossible)
        {
            Assert.Equal(2, Loaded().Profiles[0].Levels.Count);
        }
        else
        {
            Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(Loaded).Code);
        }
    }

    [Fact]
    public void Compare_WrongInput_NamesTheTraits()
    {
        var reference = DriftReference.Of(Table(50, 1));
        TraitTable other = TraitTable.Create(["a"], Day, [TraitColumn.Texts("spend", ["much"]), TraitColumn.Texts("plan", ["basic"])]);

        string message = Assert.Throws<ArgumentException>(() => reference.Compare(other)).Message;
        Assert.Contains("'spend' (Number)", message, StringComparison.Ordinal);
        Assert.Contains("'member' (Flag)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("plan", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => reference.Compare(Table(50, 1), [0.5]));
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => DriftReference.Of(Table(2, 1), [0.5, double.PositiveInfinity])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DriftReference.Of(TraitTable.Empty));
        Assert.Contains(nameof(DriftOptions.Warning), Assert.Throws<ArgumentException>(() => reference.Compare(Table(50, 1), options: new DriftOptions { Alert = 0.05 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DriftReference.Of(Table(50, 1), options: new DriftReferenceOptions { Bins = 1 }));
    }

    private static double[] Known(TraitTable table) => [.. Enumerable.Range(0, table.Customers.Count).Where(row => !table["spend"]![row].IsMissing).Select(row => table["spend"]![row].Number)];

    private static TraitTable Table(int rows, ulong seed, double scale = 1)
    {
        var random = new SeededRandom(seed);
        string[] plans = ["basic", "basic", "family", "premium"];
        int[] all = [.. Enumerable.Range(0, rows)];
        return TraitTable.Create([.. all.Select(static row => $"c{row:00000}")], Day,
        [
            TraitColumn.Numbers("spend", [.. all.Select(_ => random.Next(10) == 0 ? double.NaN : scale * random.NextGamma(2, 0.1))]),
            TraitColumn.Texts("plan", [.. all.Select(_ => plans[random.Next(4)])]),
            TraitColumn.Flags("member", [.. all.Select(_ => (bool?)(random.Next(3) == 0))]),
            TraitColumn.Dates("joined", [.. all.Select(_ => (DateOnly?)Day.AddDays(-random.Next(1_000)))]),
            TraitColumn.TextSets("tags", [.. all.Select(_ => Enumerable.Range(0, random.Next(4)).Select(static tag => $"t{tag}"))]),
        ]);
    }

    private static double[] Predictions(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => random.NextBeta(2, 5))];
    }

    private static bool[] Labels(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) == 0)];
    }
}

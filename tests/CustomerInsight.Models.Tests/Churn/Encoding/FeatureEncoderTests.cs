namespace CustomerInsight.Models.Tests;

public sealed class FeatureEncoderTests
{
    private static readonly DateOnly Today = new(2024, 12, 31);

    private static FeatureEncoderOptions Every(EncodingStyle style = EncodingStyle.Linear) => new() { Style = style, MinimumLevelRows = 1 };

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(static i => FormattableString.Invariant($"c{i:00000}"))];

    private static TraitTable Table(int rows, params TraitColumn[] columns) => TraitTable.Create(Names(rows), Today, ValueList.Create<TraitColumn>(columns));

    private static FeatureEncoding Fitted(TraitTable table, FeatureEncoderOptions? options = null) => new FeatureEncoder(options).Fit(table).Model!;

    private static double[] Row(FeatureMatrix matrix, int row) => matrix.Row(row).ToArray();

    [Fact]
    public void Encode_EachKindForLinearModels_IsAsDescribed()
    {
        TraitTable table = Table(
            4,
            TraitColumn.Numbers("n", [1, 3, double.NaN, 8]),
            TraitColumn.Flags("f", [true, null, false, false]),
            TraitColumn.Dates("d", [Today.AddDays(-10), null, Today, Today.AddDays(5)]),
            TraitColumn.Texts("t", ["b", "a", "b", null]),
            TraitColumn.TextSets("s", [["x", "y"], null, ["x"], []]));

        FeatureEncoding encoding = Fitted(table, Every());
        FeatureMatrix matrix = encoding.Encode(table);

        Assert.Equal(["n", "n (missing)", "f", "f (missing)", "d", "d (missing)", "t=a", "t (missing)", "s=x", "s=y", "s (missing)"], encoding.Columns);
        Assert.Equal([1, 0, 1, 0, 10, 0, 0, 0, 1, 1, 0], Row(matrix, 0));
        Assert.Equal([3, 0, 0, 1, 0, 1, 1, 0, 2 / 3.0, 1 / 3.0, 1], Row(matrix, 1));
        Assert.Equal([3, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0], Row(matrix, 2));
        Assert.Equal([8, 0, 0, 0, -5, 0, 0, 1, 0, 0, 0], Row(matrix, 3));
        Assert.Equal(table.Customers, matrix.Customers);
        Assert.Empty(encoding.Categories);
        Assert.Equal("b", encoding.Traits[3].Reference);
    }

    [Fact]
    public void Encode_EachKindForTrees_KeepsWhatIsMissing()
    {
        TraitTable table = Table(
            4,
            TraitColumn.Numbers("n", [1, 3, double.NaN, 8]),
            TraitColumn.Texts("t", ["b", "a", "b", null]),
            TraitColumn.Texts("u", ["a", "b", "b", "c"]),
            TraitColumn.TextSets("s", [["x", "y"], null, ["x"], []]));

        FeatureEncoding encoding = Fitted(table, Every(EncodingStyle.Trees));
        FeatureMatrix matrix = encoding.Encode(table);

        Assert.Equal(["n", "t", "u", "s=x", "s=y"], encoding.Columns);
        Assert.Equal([1, 0, 1, 1, 1], Row(matrix, 0));
        Assert.Equal([3, 1, 0, double.NaN, double.NaN], Row(matrix, 1));
        Assert.Equal([double.NaN, 0, 0, 1, 0], Row(matrix, 2));
        Assert.Equal([8, double.NaN, 2, 0, 0], Row(matrix, 3));
        Assert.Equal(["u"], encoding.Categories);
        Assert.NotNull(ClassificationData.Create(matrix, new bool[4], null, encoding.Categories));
    }

    [Fact]
    public void Fit_TraitsThatSayNothing_AreLeftOutWithTheirReason()
    {
        const int Rows = 1_000;
        TraitTable table = Table(
            Rows,
            TraitColumn.Numbers("row", [.. Enumerable.Range(1, Rows).Select(static i => (double)i)]),
            TraitColumn.Numbers("account", [.. Enumerable.Range(1, Rows).Select(static i => 15_000_000.0 + (i * 7))]),
            TraitColumn.Numbers("amount", [.. Enumerable.Range(1, Rows).Select(static i => i + .25)]),
            TraitColumn.Numbers("orders", [.. Enumerable.Range(1, Rows).Select(static i => i % 9.0)]),
            TraitColumn.Numbers("same", [.. Enumerable.Repeat(4.0, Rows)]),
            TraitColumn.Numbers("never", [.. Enumerable.Repeat(double.NaN, Rows)]),
            TraitColumn.Texts("mail", [.. Names(Rows)]),
            TraitColumn.Texts("street", [.. Enumerable.Range(0, Rows).Select(static i => FormattableString.Invariant($"street {i / 2}"))]),
            TraitColumn.Texts("one", [.. Enumerable.Repeat("x", Rows)]),
            TraitColumn.Texts("city", [.. Enumerable.Range(0, Rows).Select(static i => i % 2 == 0 ? "A" : "B")]).AsPersonal(),
            TraitColumn.Numbers("label", [.. Enumerable.Range(1, Rows).Select(static i => i % 2.0)]));

        FitResult<FeatureEncoding> result = new FeatureEncoder(new FeatureEncoderOptions { LeaveOut = { "label" } }).Fit(table);

        Assert.Equal(["amount", "orders"], result.Model!.Columns);
        Assert.Equal(
            [
                new("row", UnusedTraitReason.Identifier), new("account", UnusedTraitReason.Identifier), new("same", UnusedTraitReason.Constant), new("never", UnusedTraitReason.AllMissing),
                new("mail", UnusedTraitReason.Identifier), new("street", UnusedTraitReason.NoCommonLevel), new("one", UnusedTraitReason.Constant), new("city", UnusedTraitReason.Personal),
                new("label", UnusedTraitReason.LeftOut),
            ],
            result.Model.Unused);
        Assert.Equal(8, result.Report.Warnings.Count);
        Assert.Contains(result.Report.Warnings, warning => warning.Code == "identifier-trait" && warning.Message.Contains("'account'", StringComparison.Ordinal));
        Assert.Equal(["account", "amount", "orders", "city=B"], Fitted(table, new FeatureEncoderOptions { LeaveOut = { "label" }, Keep = { "account", "city" } }).Columns);
    }

    [Theory]
    [InlineData(1_000_000, 9_999_999)]
    [InlineData(100_000_000, 999_999_999)]
    public void Fit_LongNumbersThatAreAllDifferent_AreIdentifiers(int low, int high)
    {
        var random = new SeededRandom(5);
        var drawn = new HashSet<double>();
        while (drawn.Count < 7_043)
        {
            drawn.Add(low + Math.Floor(random.NextDouble() * (high - low)));
        }

        double[] numbers = [.. drawn];
        TraitTable table = Table(
            numbers.Length,
            TraitColumn.Numbers("number", numbers),
            TraitColumn.Numbers("half", [.. numbers.Select(static value => value + .5)]),
            TraitColumn.Numbers("twice", [.. numbers.Select((_, i) => numbers[i / 2])]),
            TraitColumn.Numbers("income", [.. numbers.Select(static (_, i) => 100_000 + Math.Floor(3_000.0 * i))]));
        FitResult<FeatureEncoding> result = new FeatureEncoder().Fit(table);

        Assert.Equal([new("number", UnusedTraitReason.Identifier)], result.Model!.Unused);
        Assert.Contains(result.Report.Warnings, static warning => warning.Code == "identifier-trait");
        Assert.Contains("number", Fitted(table, new FeatureEncoderOptions { Keep = { "number" } }).Columns);
        Assert.Contains("number", Fitted(Table(99, TraitColumn.Numbers("number", numbers[..99]))).Columns);
    }

    [Fact]
    public void Encode_NoCommonLevel_HasTheMissingColumnOnly()
    {
        string?[] texts = [.. Enumerable.Range(0, 1_000).Select(static i => i % 4 == 0 ? null : $"street {i / 8}")];
        TraitTable table = Table(1_000, TraitColumn.Texts("street", texts));
        FeatureEncoding encoding = Fitted(table);
        FeatureMatrix matrix = encoding.Encode(table);

        Assert.Equal(["street (missing)"], encoding.Columns);
        Assert.Equal(texts.Select(static text => text is null ? 1.0 : 0), matrix.Values.ToArray());
        Assert.Equal([0.0], Row(encoding.Encode(Table(1, TraitColumn.Texts("street", ["never seen"]))), 0));
        using var stream = new MemoryStream();
        encoding.Save(stream);
        stream.Position = 0;
        Assert.Equal(encoding, FeatureEncoding.Load(stream));
    }

    [Theory]
    [InlineData(EncodingStyle.Linear)]
    [InlineData(EncodingStyle.Trees)]
    public void Fit_LevelsOfFewerThanFive_AreNotNamed(EncodingStyle style)
    {
        string[] employers = [.. Enumerable.Range(0, 150).Select(static i => i < 40 ? $"sole trader {i}" : i < 44 ? "four" : i < 49 ? "five" : "large")];
        TraitTable table = Table(150, TraitColumn.Texts("employer", employers), TraitColumn.TextSets("employers", [.. employers.Select(static one => new[] { one })]));
        FeatureEncoding encoding = Fitted(table, new FeatureEncoderOptions { Style = style });
        using var stream = new MemoryStream();
        encoding.Save(stream);

        string text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("sole trader", text, StringComparison.Ordinal);
        Assert.DoesNotContain("four", text, StringComparison.Ordinal);
        Assert.Equal(["large", "five"], encoding.Traits[1].Levels);
    }

    [Fact]
    public void Fit_NothingButConstants_IsRefused()
    {
        FitResult<FeatureEncoding> result = new FeatureEncoder().Fit(Table(3, TraitColumn.Flags("f", [true, true, true])));

        Assert.Null(result.Model);
        Assert.Equal(FitStatus.TooLittleData, result.Report.Status);
        Assert.Equal(["constant-trait", "no-features"], result.Report.Warnings.Select(static warning => warning.Code));
        Assert.Null(new FeatureEncoder().Fit(TraitTable.Empty).Model);
    }

    [Theory]
    [InlineData(EncodingStyle.Linear)]
    [InlineData(EncodingStyle.Trees)]
    public void Encode_TenThousandLevels_HasFewColumnsAndTheCommonness(EncodingStyle style)
    {
        // Level k has k rows from 1 to 200, so that 181 levels are common; then 9,800 levels of one row each.
        string[] texts = [.. Enumerable.Range(1, 200).SelectMany(static k => Enumerable.Repeat($"L{k}", k)), .. Enumerable.Range(0, 9_800).Select(static k => $"rare{k}")];
        TraitTable table = Table(texts.Length, TraitColumn.Texts("shop", texts));

        FeatureEncoding encoding = Fitted(table, new FeatureEncoderOptions { Style = style, MaximumNumberedLevels = 100 });
        TraitTable asked = Table(4, TraitColumn.Texts("shop", ["L200", "L199", "L30", "never seen"]));
        FeatureMatrix matrix = encoding.Encode(asked);

        int other = encoding.Columns.AsSpan().IndexOf("shop (other)");
        int commonness = encoding.Columns.AsSpan().IndexOf("shop (commonness)");
        Assert.Equal(style == EncodingStyle.Linear ? 51 : 2, encoding.Columns.Count);
        Assert.Equal([Math.Log(201), Math.Log(200), Math.Log(31), 0], Enumerable.Range(0, 4).Select(row => Math.Round(matrix.Row(row)[commonness], 12)), static (a, b) => Math.Abs(a - b) < 1e-9);
        if (style == EncodingStyle.Linear)
        {
            Assert.Equal([0, 0, 1, 1], Enumerable.Range(0, 4).Select(row => matrix.Row(row)[other]));
            Assert.Equal([0, 1, 0, 0], Enumerable.Range(0, 4).Select(row => matrix.Row(row)[0]));
        }
        else
        {
            Assert.Equal([0, 1, 100, 100], Enumerable.Range(0, 4).Select(row => matrix.Row(row)[0]));
            Assert.Equal(["shop"], encoding.Categories);
        }
    }

    [Fact]
    public void Encode_LevelNeverSeenWithoutOther_IsAnAverageCustomer()
    {
        FeatureEncoding encoding = Fitted(Table(4, TraitColumn.Texts("t", ["a", "a", "b", "a"])), Every());

        Assert.Equal([.25], Row(encoding.Encode(Table(1, TraitColumn.Texts("t", ["c"]))), 0));
        Assert.Equal([.25], Row(encoding.Encode(Table(1, TraitColumn.Texts("t", [null]))), 0));
    }

    [Fact]
    public void Encode_SkewedAmounts_AreLogarithms()
    {
        double[] amounts = [.. Enumerable.Range(0, 99).Select(static i => (double)(i % 5)), 1e6];
        FeatureEncoding encoding = Fitted(Table(100, TraitColumn.Numbers("revenue", amounts)));

        Assert.Equal(["revenue (log)"], encoding.Columns);
        Assert.Equal(Math.Log(1e6 + 1), encoding.Encode(Table(1, TraitColumn.Numbers("revenue", [1e6]))).Row(0)[0], 1e-12);
        Assert.Equal(["revenue"], Fitted(Table(100, TraitColumn.Numbers("revenue", amounts)), new FeatureEncoderOptions { LogarithmFromSkewness = double.PositiveInfinity }).Columns);
        Assert.Equal(["revenue"], Fitted(Table(100, TraitColumn.Numbers("revenue", amounts)), new FeatureEncoderOptions { Style = EncodingStyle.Trees }).Columns);
    }

    [Fact]
    public void Encode_OtherTraits_SaysWhichAreWrong()
    {
        FeatureEncoding encoding = Fitted(Table(3, TraitColumn.Numbers("n", [1, 2, 4]), TraitColumn.Texts("t", ["a", "b", "b"])), Every());

        ArgumentException error = Assert.Throws<ArgumentException>(() => encoding.Encode(Table(1, TraitColumn.Texts("n", ["x"]))));

        Assert.Contains("'n' is of kind Text, not Number; 't' (Text) is not there", error.Message, StringComparison.Ordinal);
        Assert.Equal([2, 1 / 3.0], Row(encoding.Encode(Table(1, TraitColumn.Texts("n", [null]), TraitColumn.Numbers("t", [double.NaN]))), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => encoding.Encode(Table(1, TraitColumn.Numbers("n", [1])), [1]));
    }

    [Fact]
    public void Fit_RowsOfATable_IsTheFitOfThoseRowsAlone()
    {
        double[] numbers = [5, 1, double.NaN, 9, 2, 100];
        string?[] texts = ["a", "b", "c", "a", null, "z"];
        int[] training = [0, 1, 3, 4];
        TraitTable all = Table(6, TraitColumn.Numbers("n", numbers), TraitColumn.Texts("t", texts));
        TraitTable part = Table(4, TraitColumn.Numbers("n", [.. training.Select(i => numbers[i])]), TraitColumn.Texts("t", [.. training.Select(i => texts[i])]));

        FeatureEncoding encoding = new FeatureEncoder(Every()).Fit(all, training).Model!;

        Assert.Equal(Fitted(part, Every()), encoding);
        Assert.Equal(encoding.Encode(part).Values.ToArray(), encoding.Encode(all, training).Values.ToArray());
        Assert.Equal(Fitted(all, Every()), new FeatureEncoder(Every()).Fit([part, Table(2, TraitColumn.Numbers("n", [double.NaN, 100]), TraitColumn.Texts("t", ["c", "z"]))]).Model);
    }

    [Fact]
    public void Load_OfASavedEncoding_IsEqual()
    {
        TraitTable table = Table(
            4,
            TraitColumn.Numbers("n", [1, 3, double.NaN, 8]),
            TraitColumn.Dates("d", [Today.AddDays(-10), null, Today, Today.AddDays(5)]),
            TraitColumn.Texts("t", ["b", "a", "b", null]),
            TraitColumn.TextSets("s", [["x", "y"], null, ["x"], []]),
            TraitColumn.Flags("same", [true, true, true, true]));
        FeatureEncoding encoding = Fitted(table, new FeatureEncoderOptions { MaximumLevels = 1, MinimumLevelRows = 1 });
        using var stream = new MemoryStream();

        encoding.Save(stream);
        stream.Position = 0;
        var loaded = FeatureEncoding.Load(stream);

        Assert.Equal(encoding, loaded);
        Assert.Equal(encoding.GetHashCode(), loaded.GetHashCode());
        Assert.Equal(encoding.Encode(table).Values.ToArray(), loaded.Encode(table).Values.ToArray());
        Assert.Contains("same: not used (Constant)", encoding.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_NamedAsALevelOfAnother_KeepNamesOfTheirOwn() =>
        Assert.Equal(["t=b", "t=b (2)"], Fitted(Table(3, TraitColumn.Texts("t", ["a", "a", "b"]), TraitColumn.Numbers("t=b", [1, 2, 4])), Every()).Columns);

    [Fact]
    public void Encoder_OptionsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new FeatureEncoder(new FeatureEncoderOptions { MinimumLevelRows = 0 }));
        Assert.Throws<ArgumentException>(() => new FeatureEncoder(new FeatureEncoderOptions { LogarithmFromSkewness = double.NaN }));
        Assert.Throws<ArgumentException>(() => new FeatureEncoder(new FeatureEncoderOptions { Keep = { "x" }, LeaveOut = { "x" } }));
    }

    [SharedFact]
    public void Encode_Telco_HasTheColumnsOfTheReference()
    {
        string[] lines = File.ReadAllLines(SharedData.Path("data/churn/telco_churn.csv"));
        string[] header = lines[0].Split(',');
        string[][] cells = [.. lines.Skip(1).Select(static line => line.Split(','))];
        var table = TraitTable.Create([.. cells.Select(static row => row[0])], null, ValueList.From(Enumerable.Range(1, header.Length - 2).Select(column => TraitColumn.FromTexts(header[column], [.. cells.Select(row => row[column])]))));

        FeatureEncoding encoding = Fitted(table);
        FeatureMatrix matrix = encoding.Encode(table);

        Assert.Empty(encoding.Unused);
        Assert.Equal(30, encoding.Columns.Count);
        Assert.Equal(7_043, matrix.Rows);
        Assert.Equal(-1, matrix.Values.IndexOf(double.NaN));
        Assert.Equal(TraitKind.Number, table["TotalCharges"]!.Definition.Kind);
        Assert.Equal(11, table["TotalCharges"]!.CountMissing());
        Assert.Contains("Contract=Two year", encoding.Columns);
    }
}

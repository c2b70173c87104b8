namespace CustomerInsight.Models.Tests;

public sealed class FeatureEncodingPropertyTests
{
    private static readonly DateOnly Today = new(2024, 12, 31);

    [Fact]
    public void Encode_AnyTable_IsAsTheEncodingSays() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        EncodingStyle style = seed % 2 == 0 ? EncodingStyle.Linear : EncodingStyle.Trees;
        var options = new FeatureEncoderOptions { Style = style, MinimumLevelRows = 1 + (seed % 4), MaximumLevels = 1 + (seed % 3), MaximumNumberedLevels = 2 + (seed % 3), LogarithmFromSkewness = 1 };
        TraitTable training = Drawn(200, (ulong)seed, 6);
        TraitTable asked = Drawn(50, (ulong)seed + 1, 8);
        if (new FeatureEncoder(options).Fit(training).Model is not { } encoding)
        {
            return;
        }

        FeatureMatrix matrix = encoding.Encode(asked);
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int column = 0; column < matrix.Columns.Count; column++)
            {
                EncodedColumn encoded = encoding.EncodedColumns[column];
                TraitEncoding trait = encoding.Traits.Single(one => one.Trait == encoded.Trait);
                Assert.Equal(Plain(encoded, trait, asked[encoded.Trait]![row], style), matrix.Row(row)[column], 12);
            }
        }
    }).Check(Quick.Tests(60));

    [Fact]
    public void Fit_AnyOrderAndThreads_IsTheSame() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        TraitTable table = Drawn(150, (ulong)seed, 6);
        int[] rows = [.. Enumerable.Range(0, 150)];
        FeatureEncoding? encoding = new FeatureEncoder(new FeatureEncoderOptions { MaxDegreeOfParallelism = 1 }).Fit(table).Model;

        Assert.Equal(encoding, new FeatureEncoder(new FeatureEncoderOptions { MaxDegreeOfParallelism = 3 }).Fit(table, [.. rows.OrderBy(row => StableHash.Combine((ulong)row, (ulong)seed))]).Model);
    }).Check(Quick.Tests(30));

    /// <summary>The slow, obvious definition of one feature of one row.</summary>
    private static double Plain(EncodedColumn column, TraitEncoding trait, TraitValue value, EncodingStyle style)
    {
        if (column.Kind == EncodedColumnKind.Missing)
        {
            return value.IsMissing ? 1 : 0;
        }

        if (trait.Kind == TraitKind.Texts)
        {
            int place = trait.Levels.AsSpan().IndexOf(column.Level!);
            return value.IsMissing ? style == EncodingStyle.Linear ? trait.Shares[place] : double.NaN : value.Texts.Contains(column.Level) ? 1 : 0;
        }

        if (trait.Kind == TraitKind.Text)
        {
            string? level = value.IsMissing ? null : value.Text;
            bool isKnown = level is not null && (trait.Levels.Contains(level) || level == trait.Reference);
            return column.Kind switch
            {
                EncodedColumnKind.Commonness => Math.Log(1 + (trait.Counts.FirstOrDefault(one => one.Level == level)?.Rows ?? 0)),
                EncodedColumnKind.Number => isKnown ? trait.Levels.AsSpan().IndexOf(level!) : level is not null && trait.HasOther ? trait.Levels.Count : double.NaN,
                EncodedColumnKind.Other => isKnown || (level is null && trait.HasMissing) ? 0 : 1,
                _ when isKnown => level == column.Level ? 1 : 0,
                _ => (level is null && trait.HasMissing) || trait.HasOther ? 0 : trait.Shares[trait.Levels.AsSpan().IndexOf(column.Level!)],
            };
        }

        double number = value.IsMissing ? trait.Fill ?? double.NaN : value.Kind switch
        {
            TraitKind.Flag => value.Flag ? 1 : 0,
            TraitKind.Date => Today.DayNumber - value.Date.DayNumber,
            _ => value.Number,
        };
        return trait.Method == TraitEncodingMethod.Logarithm ? Math.CopySign(Math.Log(1 + Math.Abs(number)), number) : number;
    }

    private static TraitTable Drawn(int rows, ulong seed, int levels)
    {
        var random = new SeededRandom(seed);
        bool IsMissing(double share) => random.NextDouble() < share;
        double share = random.NextDouble() < .5 ? .01 : .3;
        return TraitTable.Create(
            [.. Enumerable.Range(0, rows).Select(static row => FormattableString.Invariant($"c{row:000}"))],
            Today,
            [
                TraitColumn.Numbers("n", [.. Enumerable.Range(0, rows).Select(_ => IsMissing(share) ? double.NaN : Math.Exp(3 * random.NextDouble() * random.NextDouble()) - 2)]),
                TraitColumn.Flags("f", [.. Enumerable.Range(0, rows).Select(_ => IsMissing(share) ? (bool?)null : random.NextDouble() < .3)]),
                TraitColumn.Dates("d", [.. Enumerable.Range(0, rows).Select(_ => IsMissing(share) ? (DateOnly?)null : Today.AddDays(-random.Next(500)))]),
                TraitColumn.Texts("t", [.. Enumerable.Range(0, rows).Select(_ => IsMissing(share) ? null : $"L{(int)(levels * random.NextDouble() * random.NextDouble())}")]),
                TraitColumn.Texts("u", [.. Enumerable.Range(0, rows).Select(_ => IsMissing(share) ? null : $"L{(int)(40 * random.NextDouble() * random.NextDouble())}")]),
                TraitColumn.TextSets("s", [.. Enumerable.Range(0, rows).Select(_ => IsMissing(share) ? null : Enumerable.Range(0, levels).Where(_ => random.NextDouble() < .4).Select(static text => $"T{text}").ToArray())]),
            ]);
    }
}

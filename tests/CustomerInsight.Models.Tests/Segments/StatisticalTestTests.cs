using System.Numerics;

namespace CustomerInsight.Models.Tests;

/// <summary>The tests behind differences, against published examples and against their definitions.</summary>
public sealed class StatisticalTestTests
{
    // R, datasets::airquality: ozone in May and in August.
    private static readonly double[] May = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
    private static readonly double[] August = [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85];

    private static readonly Arbitrary<(int[] First, int[] Second)> Samples =
        (from first in Gen.Choose(-4, 4).ArrayOf() from second in Gen.Choose(-4, 4).ArrayOf() where first.Length > 1 && second.Length > 1 select (first, second)).ToArbitrary();

    /// <summary>R, wilcox.test(Ozone ~ Month): W = 127.5, p-value = 0.0001208.</summary>
    [Fact]
    public void MannWhitney_Airquality_IsThatOfR()
    {
        TestOutcome found = MannWhitney.Of(Sorted(May), Sorted(August))!.Value;

        Assert.Equal(127.5, found.Statistic);
        Assert.Equal(0.00012080783076877465, found.PValue, 1e-15);
        Assert.Equal((2 * 127.5 / (26 * 26)) - 1, found.Effect, 1e-15);
    }

    /// <summary>Hollander and Wolfe (1973), page 69: 764 of 3,003 orders are as far from the middle, p = 0.2544.</summary>
    [Fact]
    public void MannWhitney_FewWithoutTies_IsExact()
    {
        double[] first = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
        double[] second = [1.15, 0.88, 0.90, 0.74, 1.21];

        TestOutcome found = MannWhitney.Of(Sorted(first), Sorted(second))!.Value;

        Assert.Equal(35, found.Statistic);
        Assert.Equal(764.0 / 3003, found.PValue, 1e-14);
        Assert.Equal(0.4, found.Effect, 1e-14);
    }

    [Fact]
    public void MannWhitney_AnySamples_AgreesWithTheDefinition() => Prop.ForAll(Samples, samples =>
    {
        double[] first = Sorted([.. samples.First.Select(value => (double)value)]);
        double[] second = Sorted([.. samples.Second.Select(value => (double)value)]);
        TestOutcome? found = MannWhitney.Of(first, second);
        TestOutcome? turned = MannWhitney.Of(second, first);
        double u = (from a in first from b in second select a > b ? 1 : a == b ? 0.5 : 0).Sum();
        if (first.Concat(second).Distinct().Count() == 1)
        {
            return found is null && turned is null;
        }

        double all = first.Length + second.Length;
        double ties = first.Concat(second).GroupBy(value => value).Sum(group => Math.Pow(group.Count(), 3) - group.Count());
        double sigma = Math.Sqrt(first.Length * second.Length / 12.0 * (all + 1 - (ties / (all * (all - 1)))));
        double z = Math.Max(0, Math.Abs(u - (first.Length * second.Length / 2.0)) - 0.5) / sigma;
        double p = ties == 0 ? ExactP(first, second, u) : 2 * (1 - MathNet.Numerics.Distributions.Normal.CDF(0, 1, z));
        return found!.Value.Statistic == u && Math.Abs(found.Value.PValue - p) < 1e-12 && Math.Abs(turned!.Value.PValue - p) < 1e-12 && Math.Abs(turned.Value.Effect + found.Value.Effect) < 1e-12
            && Math.Abs(found.Value.Effect - ((from a in first from b in second select Math.Sign(a - b)).Sum() / (double)(first.Length * second.Length))) < 1e-12;
    }).Check(Quick.Tests(500));

    [Fact]
    public void MannWhitney_FortyNineASide_KeepsItsDigits()
    {
        double[] low = [.. Enumerable.Range(0, 49).Select(i => (double)i)];
        double[] high = [.. Enumerable.Range(49, 49).Select(i => (double)i)];
        BigInteger orders = Enumerable.Range(1, 49).Aggregate(BigInteger.One, (product, i) => product * (49 + i) / i);

        Assert.Equal(2 / (double)orders, MannWhitney.Of(low, high)!.Value.PValue, 2e-12 / (double)orders);
        double[] even = [.. Enumerable.Range(0, 49).Select(i => 2.0 * i)];
        double[] odd = [.. Enumerable.Range(0, 49).Select(i => (2.0 * i) + 1)];
        Assert.InRange(MannWhitney.Of(even, odd)!.Value.PValue, 0.85, 0.87);
    }

    /// <summary>R, t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939.</summary>
    [Fact]
    public void Welch_Sleep_IsThatOfR()
    {
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

        TestOutcome found = WelchTest.Of(first, second)!.Value;

        Assert.Equal(-1.8608134674868533, found.Statistic, 1e-12);
        Assert.Equal(0.07939414018735722, found.PValue, 1e-9);
        Assert.Equal(-0.8321810813495397, found.Effect, 1e-12);
        Assert.Equal(0.00021685655919242338, WelchTest.Of(May, August)!.Value.PValue, 1e-9);
        Assert.Null(WelchTest.Of([3, 3, 3], [4, 4, 4]));
    }

    /// <summary>By Simpson's rule over the density, with the sample sizes on both sides of where the computation changes.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(60)]
    [InlineData(45_000)]
    public void Welch_AnyNumberOfDegrees_IsTheTailOfStudentsDistribution(int count)
    {
        foreach (double shift in new[] { 0.1, 1, 4 })
        {
            double[] first = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? -1.0 : 1)];
            double[] second = [.. first.Select(value => value + (shift * Math.Sqrt(2.0 / count)))];
            TestOutcome found = WelchTest.Of(first, second)!.Value;
            Assert.Equal(1, found.PValue / StudentTail(Math.Abs(found.Statistic), (2 * count) - 2), 1e-8);
        }
    }

    /// <summary>Agresti (2007), page 39: X-squared = 30.07, df = 2, p-value = 2.954e-07.</summary>
    [Fact]
    public void ChiSquare_PartyAndGender_IsThatOfTheBook()
    {
        TestOutcome found = CountTest.OfTexts([762, 327, 468], [484, 239, 477]);

        Assert.Equal(30.070149095754672, found.Statistic, 1e-11);
        Assert.Equal(2.953589183211757e-07, found.PValue, 1e-18);
        Assert.Equal(0.10443580235646777, found.Effect, 1e-14);
        TestOutcome answers = CountTest.OfAnswers(30, 100, 50, 120)!.Value;
        Assert.Equal(DifferenceTest.ChiSquare, answers.Test);
        Assert.Equal(3.2083333333333335, answers.Statistic, 1e-12);
        Assert.Equal(0.07326407689400849, answers.PValue, 1e-12);
        Assert.Equal(-0.12076147288491199, answers.Effect, 1e-14);
        Assert.Equal(answers.Statistic, CountTest.OfTexts([30, 70], [50, 70]).Statistic, 1e-12);
        Assert.Equal(1, CountTest.OfTexts([10, 20], [20, 40]).PValue);
    }

    /// <summary>Agresti (1990), page 61: the lady tasting tea, p = 0.4857.</summary>
    [Fact]
    public void Fisher_LadyTastingTea_IsThatOfTheBook()
    {
        TestOutcome tea = CountTest.OfAnswers(3, 4, 1, 4)!.Value;
        Assert.Equal(DifferenceTest.FisherExact, tea.Test);
        Assert.Equal(0.4857142857142857, tea.PValue, 1e-12);
        Assert.Equal(9, tea.Statistic);
        Assert.Equal(0.011499336576735958, CountTest.OfAnswers(1, 10, 8, 12)!.Value.PValue, 1e-14);
        Assert.Null(CountTest.OfAnswers(0, 4, 0, 4));
        Assert.Null(CountTest.OfAnswers(4, 4, 4, 4));
        Assert.Null(CountTest.OfAnswers(0, 0, 4, 8));
        Assert.Equal(double.PositiveInfinity, CountTest.OfAnswers(4, 4, 0, 4)!.Value.Statistic);
    }

    [Fact]
    public void Fisher_AnyTable_AgreesWithTheDefinition() => Prop.ForAll(
        (from a in Gen.Choose(0, 12) from b in Gen.Choose(0, 12) from c in Gen.Choose(0, 12) from d in Gen.Choose(0, 12) select (a, b, c, d)).ToArbitrary(),
        table =>
        {
            TestOutcome? found = CountTest.OfAnswers(table.a, table.a + table.b, table.c, table.c + table.d);
            if (found is not { Test: DifferenceTest.FisherExact })
            {
                return true;
            }

            BigInteger Orders(int k) => Choose(table.a + table.b, k) * Choose(table.c + table.d, table.a + table.c - k);
            BigInteger own = Orders(table.a);
            BigInteger[] all = [.. Enumerable.Range(0, table.a + table.c + 1).Select(Orders)];
            double p = all.Where(orders => orders <= own).Sum(orders => (double)orders) / all.Sum(orders => (double)orders);
            return Math.Abs(found.Value.PValue - p) < 1e-12;
        }).Check(Quick.Tests(1_000));

    /// <summary>Benjamini and Hochberg (1995), section 3: of fifteen p-values the first four are significant at 0.05.</summary>
    [Fact]
    public void BenjaminiHochberg_PaperExample_CallsFour()
    {
        double[] p = [0.0278, 0.0001, 0.5719, 0.0004, 0.0019, 0.0095, 0.0201, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.6528, 0.7590, 1];

        double[] adjusted = BenjaminiHochberg.Adjust(p);

        Assert.Equal([0.0001, 0.0004, 0.0019, 0.0095], p.Where((_, i) => adjusted[i] <= 0.05));
        Assert.Equal(0.06385714285714286, adjusted[0], 1e-15);
        Assert.Equal(0.035625, adjusted[5], 1e-15);
        Assert.Equal(0.8132142857142857, adjusted[13], 1e-15);
        Assert.Empty(BenjaminiHochberg.Adjust([]));
    }

    [Fact]
    public void BenjaminiHochberg_AnyPValues_CallsThoseOfTheStepUpRule() => Prop.ForAll(
        (from values in Gen.Choose(0, 40).ArrayOf() select values).ToArbitrary(), values =>
        {
            // Rates that no p-value meets exactly, where rounding would decide.
            double[] p = [.. values.Select(value => value / 40.0 * value / 40)];
            double[] adjusted = BenjaminiHochberg.Adjust(p);
            return new[] { 0.0113717, 0.0491371, 0.2013717, 0.5113717 }.All(q =>
            {
                double[] sorted = [.. p.Order()];
                int called = Enumerable.Range(1, p.Length).Where(k => sorted[k - 1] <= k * q / p.Length).DefaultIfEmpty().Max();
                return called == adjusted.Count(value => value <= q) && (called == 0 || p.Where((_, i) => adjusted[i] <= q).Max() == sorted[called - 1]);
            });
        }).Check(Quick.Tests(500));

    private static double StudentTail(double t, double degrees)
    {
        // With t = √degrees · tan θ the density is cos(θ)^(degrees − 1).
        const int Steps = 20_000;
        double low = Math.Atan(t / Math.Sqrt(degrees));
        double high = Math.Min(Math.PI / 2, low + (20 / Math.Sqrt(degrees)));
        double sum = Enumerable.Range(0, Steps + 1).Sum(i =>
            (i is 0 or Steps ? 1 : i % 2 == 0 ? 2 : 4) * Math.Pow(Math.Cos(low + (i * (high - low) / Steps)), degrees - 1));
        double scale = Math.Exp(MathNet.Numerics.SpecialFunctions.GammaLn((degrees + 1) / 2) - MathNet.Numerics.SpecialFunctions.GammaLn(degrees / 2)) / Math.Sqrt(Math.PI);
        return 2 * scale * sum * (high - low) / Steps / 3;
    }

    private static BigInteger Choose(int of, int chosen) => chosen < 0 || chosen > of ? 0 : Enumerable.Range(1, chosen).Aggregate(BigInteger.One, (product, i) => product * (of - chosen + i) / i);

    private static double ExactP(double[] first, double[] second, double u)
    {
        double[] all = [.. first.Concat(second).Order()];
        double middle = first.Length * second.Length / 2.0;
        int extreme = 0;
        int orders = 0;
        for (int mask = 0; mask < 1 << all.Length; mask++)
        {
            if (BitOperations.PopCount((uint)mask) == first.Length)
            {
                double other = Enumerable.Range(0, all.Length).Where(i => (mask >> i & 1) == 1).Sum(i => Enumerable.Range(0, i).Count(j => (mask >> j & 1) == 0));
                orders++;
                extreme += Math.Abs(other - middle) >= Math.Abs(u - middle) ? 1 : 0;
            }
        }

        return (double)extreme / orders;
    }

    private static double[] Sorted(double[] values) => [.. values.Order()];
}

namespace CustomerInsight.Models.Tests;

public sealed class KMeansSearchTests
{
    private static readonly KMeansSettings Bounds = new(true, 300, -1, EmptyGroupPolicy.Keep);

    private static readonly Arbitrary<(ulong Seed, int Rows, int Width, int Groups, bool Whole)> Cases = (
        from seed in Gen.Choose(0, int.MaxValue)
        from rows in Gen.Choose(1, 400)
        from width in Gen.Choose(1, 19)
        from groups in Gen.Choose(1, 21)
        from whole in Gen.Elements(true, false)
        select ((ulong)seed, Math.Max(rows, groups), width, groups, whole)).ToArbitrary();

    [Fact]
    public void Run_AnyRows_AgreesWithTheTextbook() => Prop.ForAll(Cases, one =>
    {
        double[] values = Values(one);
        double[] start = values[..(one.Groups * one.Width)];
        KMeansSolution found = KMeansSearch.Run(values, one.Width, start, Bounds with { MaximumIterations = 7 }, FixedChunks.Parallel(1, default));
        (double[] centers, int[] groups, double inertia, int iterations, bool converged) = PlainLloyd.Run(values, one.Width, start, 7);
        return found.Groups.AsSpan().SequenceEqual(groups) && found.Iterations == iterations && found.Converged == converged
            && Math.Abs(found.Inertia - inertia) <= 1e-9 * Math.Max(1, inertia) && centers.Zip(found.Centers).All(static pair => Math.Abs(pair.First - pair.Second) < 1e-9)
            && groups.CountBy(static group => group).All(count => found.Sizes[count.Key] == count.Value);
    }).Check(Quick.Tests(100));

    [Fact]
    public void Run_WithAndWithoutBoundsOnAnyThreads_IsTheSameToTheBit() => Prop.ForAll(Cases, one =>
    {
        double[] values = Values(one);
        double[] start = values[..(one.Groups * one.Width)];
        foreach (EmptyGroupPolicy policy in Enum.GetValues<EmptyGroupPolicy>())
        {
            KMeansSolution bounds = KMeansSearch.Run(values, one.Width, start, Bounds with { EmptyGroups = policy }, FixedChunks.Parallel(1, default));
            KMeansSolution lloyd = KMeansSearch.Run(values, one.Width, start, Bounds with { EmptyGroups = policy, Bounds = false }, FixedChunks.Parallel(3, default));
            if (!Same(bounds, lloyd))
            {
                return false;
            }
        }

        return true;
    }).Check(Quick.Tests(100));

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    public void Run_ManyRows_IsTheSameForAnyThreadsAndNearTheTextbook(int width)
    {
        double[] values = Points.Blobs(20_000, width, 8, 1);
        double[] start = values[..(8 * width)];
        foreach (int iterations in new[] { 1, 5, 20 })
        {
            KMeansSettings settings = Bounds with { MaximumIterations = iterations };
            KMeansSolution one = KMeansSearch.Run(values, width, start, settings, FixedChunks.Parallel(1, default));
            (_, int[] groups, double inertia, int count, _) = PlainLloyd.Run(values, width, start, iterations);

            Assert.True(Same(one, KMeansSearch.Run(values, width, start, settings, FixedChunks.Parallel(5, default))));
            Assert.True(Same(one, KMeansSearch.Run(values, width, start, settings with { Bounds = false }, FixedChunks.Parallel(2, default))));
            Assert.Equal(groups, one.Groups);
            Assert.Equal(count, one.Iterations);
            CloseTo.Relative(inertia, one.Inertia, 1e-12);
        }
    }

    [Theory]
    [InlineData(1e-140)]
    [InlineData(1e-40)]
    [InlineData(1e12)]
    [InlineData(1e100)]
    [InlineData(1e140)]
    public void Run_NumbersOfAnySize_AgreesWithTheTextbook(double size)
    {
        double[] values = [.. Points.Blobs(2_000, 4, 8, 3).Select(value => value * size)];

        KMeansSolution found = KMeansSearch.Run(values, 4, values[..32], Bounds, FixedChunks.Parallel(1, default));

        Assert.Equal(PlainLloyd.Run(values, 4, values[..32], 300).Groups, found.Groups);
        Assert.True(found.Converged);
    }

    [Fact]
    public void Run_GroupThatEmpties_DoesAsAsked()
    {
        double[] values = [0, 1, 2, 10, 11, 30];
        double[] start = [1, 10.5, 1_000];

        KMeansSolution moved = KMeansSearch.Run(values, 1, start, Bounds with { EmptyGroups = EmptyGroupPolicy.MoveToFarthest }, FixedChunks.Parallel(1, default));
        KMeansSolution kept = KMeansSearch.Run(values, 1, start, Bounds, FixedChunks.Parallel(1, default));

        Assert.Equal([1, 10.5, 30], moved.Centers);
        Assert.Equal([3, 2, 1], moved.Sizes);
        Assert.Equal(1_000, kept.Centers[2]);
        Assert.Equal([3, 3, 0], kept.Sizes);
    }

    [Fact]
    public void Run_StoppedAtAnyIteration_LeavesEachRowWithItsNearestCentre() => Prop.ForAll(Cases, one =>
    {
        double[] values = Values(one);
        double[] start = [.. values[..(one.Groups * one.Width)].Select(static value => value * 3)];
        return new[] { 1, 2, 4 }.All(most =>
        {
            KMeansSettings settings = Bounds with { MaximumIterations = most, EmptyGroups = EmptyGroupPolicy.MoveToFarthest };
            KMeansSolution found = KMeansSearch.Run(values, one.Width, start, settings, FixedChunks.Parallel(1, default));
            int[] nearest = PlainLloyd.Assign(values, one.Width, found.Centers);
            return found.Groups.AsSpan().SequenceEqual(nearest)
                && Enumerable.Range(0, one.Groups).All(group => found.Sizes[group] == nearest.Count(own => own == group))
                && CloseTo.Difference(found.Inertia, PlainLloyd.Inertia(values, one.Width, found.Centers, nearest)) < 1e-9;
        });
    }).Check(Quick.Tests(100));

    [Fact]
    public void Fit_StoppedWhereAGroupIsEmpty_HasTheInertiaOfTheNearestCentres()
    {
        var options = new KMeansOptions { Start = Points.Matrix([5, 6, 27], 1), MaximumIterations = 1, Scaling = { Transform = FeatureTransform.None } };

        KMeansModel model = new KMeansEstimator(options).Fit(Points.Matrix([25, 6, 17, 16, 5, 18], 1)).Model!;

        CloseTo.Relative(model.Inertia, new[] { 25.0, 6, 17, 16, 5, 18 }.Sum(value => Enumerable.Range(0, model.Groups).Min(group => Math.Pow(value - model.Center(group)[0], 2))), 1e-12);
        Assert.Equal(55, model.Inertia, 1e-9);
    }

    [Fact]
    public void Run_GroupThatLosesNearlyAllOfManyRows_KeepsTheDigitsOfItsCentre()
    {
        // Nearly all rows go to the first group at once, and nearly all leave it in the next iteration.
        double[] values = [.. Enumerable.Range(0, 20_000).Select(static i => i < 3 ? -1e-3 * (i + 1) : 1e9 + i)];

        KMeansSolution found = KMeansSearch.Run(values, 1, [0, 2 * (1e9 + 19_990)], Bounds, FixedChunks.Parallel(1, default));

        Assert.Equal([3, 19_997], found.Sizes);
        CloseTo.Relative(-2e-3, found.Centers[0], 1e-12);
    }

    [Fact]
    public void Run_GroupThatAFewFarRowsLeave_KeepsTheDigitsOfItsCentre()
    {
        // Two far rows, one on either side, are first in the group of the near ones, where their sum takes digits from that of the others, and leave it in the second iteration.
        double[] values = [.. Enumerable.Range(0, 100).Select(static i => 0.1 * (i % 7)), 1e16, -1e16, 1.2e16, -1.2e16];

        KMeansSolution found = KMeansSearch.Run(values, 1, [0, 2.1e16, -2.1e16], Bounds, FixedChunks.Parallel(1, default));

        Assert.Equal([100, 2, 2], found.Sizes);
        Assert.True(found is { Converged: true, Iterations: 3 });
        CloseTo.Relative(values[..100].Average(), found.Centers[0], 1e-12);
    }

    private static bool Same(KMeansSolution left, KMeansSolution right) =>
        left.Centers.AsSpan().SequenceEqual(right.Centers) && left.Groups.AsSpan().SequenceEqual(right.Groups) && left.Sizes.AsSpan().SequenceEqual(right.Sizes)
        && left.Inertia == right.Inertia && left.Iterations == right.Iterations && left.Converged == right.Converged;

    private static double[] Values((ulong Seed, int Rows, int Width, int Groups, bool Whole) one)
    {
        // Whole numbers from a small range have ties everywhere, and sums without rounding.
        double[] values = Points.Blobs(one.Rows, one.Width, 5, one.Seed);
        return one.Whole ? [.. values.Select(static value => Math.Round(value / 4))] : values;
    }
}

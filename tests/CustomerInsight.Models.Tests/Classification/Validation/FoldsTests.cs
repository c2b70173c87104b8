namespace CustomerInsight.Models.Tests;

public sealed class FoldsTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Arbitrary<(bool[] Labels, int Count, ulong Seed)> Cases = (
        from labels in Gen.Elements(true, false, false).ArrayOf().Where(static labels => labels.Length > 1)
        from count in Gen.Choose(2, labels.Length)
        from seed in Gen.Choose(0, 1_000)
        select (labels, count, (ulong)seed)).ToArbitrary();

    [Fact]
    public void Stratified_AnyLabels_CoversEachRowOnceWithEqualSharesOfEvents() => Prop.ForAll(Cases, static one =>
    {
        Folds folds = Folds.Stratified(one.Labels, one.Count, one.Seed);

        AssertPartition(folds, one.Labels.Length);
        int[] sizes = [.. folds.Items.Select(static fold => fold.Test.Count)];
        int[] events = [.. folds.Items.Select(fold => fold.Test.Count(row => one.Labels[row]))];
        Assert.True(sizes.Max() - sizes.Min() <= 1);
        Assert.True(events.Max() - events.Min() <= 1);
    }).Check(Quick.Tests(300));

    [Fact]
    public void Stratified_CustomersInAnotherOrder_AreInTheSameFolds() => Prop.ForAll(Cases, static one =>
    {
        string[] customers = [.. one.Labels.Select(static (_, row) => $"c{row}")];
        int[] shuffled = Shuffle(one.Labels.Length, one.Seed + 1);
        Folds folds = Folds.Stratified(one.Labels, one.Count, one.Seed, customers);
        Folds again = Folds.Stratified([.. shuffled.Select(row => one.Labels[row])], one.Count, one.Seed, [.. shuffled.Select(row => customers[row])]);

        Assert.Equal(
            folds.Items.Select(static fold => string.Join(' ', fold.Test)),
            again.Items.Select(fold => string.Join(' ', fold.Test.Select(row => shuffled[row]).Order())));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Stratified_OtherSeed_SplitsOtherwise()
    {
        bool[] labels = [.. Enumerable.Range(0, 60).Select(static row => row % 3 == 0)];

        Assert.NotEqual(Folds.Stratified(labels, seed: 1).Items, Folds.Stratified(labels, seed: 2).Items);
        Assert.Equal(Folds.Stratified(labels, seed: 1).Items, Folds.Stratified(labels, seed: 1).Items);
    }

    [Fact]
    public void Grouped_AnyGroups_AreNeverInTwoFolds() => Prop.ForAll(Cases, static one =>
    {
        string[] groups = [.. one.Labels.Select((_, row) => $"g{row * 7 % 5}")];
        int distinct = groups.Distinct().Count();
        if (distinct < 2)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Grouped(one.Labels, groups, 2));
            return;
        }

        Folds folds = Folds.Grouped(one.Labels, groups, Math.Min(one.Count, distinct), one.Seed);

        AssertPartition(folds, one.Labels.Length);
        Assert.All(folds.Items, fold => Assert.Empty(fold.Test.Select(row => groups[row]).Intersect(fold.Train.Select(row => groups[row]))));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Grouped_ManyGroups_HaveEqualSharesOfEventsInAnyOrder()
    {
        var random = new SeededRandom(3);
        string[] groups = [.. Enumerable.Range(0, 4_000).Select(_ => $"g{random.Next(900)}")];
        bool[] labels = [.. groups.Select(_ => random.Next(4) == 0)];
        int[] shuffled = Shuffle(groups.Length, 5);

        Folds folds = Folds.Grouped(labels, groups);
        Folds again = Folds.Grouped([.. shuffled.Select(row => labels[row])], [.. shuffled.Select(row => groups[row])]);

        Assert.All(folds.Items, static fold => Assert.InRange(fold.Test.Count, 795, 805));
        Assert.All(folds.Items, fold => Assert.InRange(fold.Test.Count(row => labels[row]), (labels.Count(static label => label) / 5) - 2, (labels.Count(static label => label) / 5) + 2));
        Assert.Equal(
            folds.Items.Select(static fold => string.Join(' ', fold.Test)),
            again.Items.Select(fold => string.Join(' ', fold.Test.Select(row => shuffled[row]).Order())));
    }

    [Fact]
    public void TimeOrdered_CutOffs_LearnFromWhatWasKnownByThen()
    {
        // Six monthly cut-offs of three customers; a label is known 60 days later.
        DateTimeOffset[] times = [.. Enumerable.Range(0, 18).Select(static row => Start.AddDays(30 * (row / 3)))];

        Folds folds = Folds.TimeOrdered(times, 5, TimeSpan.FromDays(60));

        Assert.Equal(["2024-03-01", "2024-03-31", "2024-04-30", "2024-05-30"], folds.Items.Select(static fold => fold.Name));
        Assert.Equal([6, 7, 8], folds.Items[0].Test);
        Assert.Equal([0, 1, 2], folds.Items[0].Train);
        Assert.Equal([15, 16, 17], folds.Items[3].Test);
        Assert.Equal(Enumerable.Range(0, 12), folds.Items[3].Train);
    }

    [Fact]
    public void TimeOrdered_MoreFoldsThanMoments_PredictsEachMomentButTheFirst()
    {
        DateTimeOffset[] times = [.. Enumerable.Range(0, 12).Select(static row => Start.AddHours(6 * (row / 2)))];

        Folds folds = Folds.TimeOrdered(times, int.MaxValue, TimeSpan.Zero);

        Assert.Equal(["2024-01-01 06:00", "2024-01-01 12:00", "2024-01-01 18:00", "2024-01-02 00:00", "2024-01-02 06:00"], folds.Items.Select(static fold => fold.Name));
        Assert.Equal("2024-01-01 00:00:00.0000001", Folds.TimeOrdered([Start, Start.AddTicks(1), Start.AddTicks(2)], 2, TimeSpan.Zero).Items[0].Name);
        Assert.Throws<ArgumentException>(static () => Folds.TimeOrdered([], int.MaxValue, TimeSpan.Zero));
    }

    [Fact]
    public void TimeOrdered_AnyTimes_NeverLearnsFromWithinTheGap() => Prop.ForAll(Cases, static one =>
    {
        var random = new SeededRandom(one.Seed);
        DateTimeOffset[] times = [.. one.Labels.Select(_ => Start.AddDays(random.Next(20)))];
        var gap = TimeSpan.FromDays(one.Count % 4);
        if (times.Max() - times.Min() < gap || times.Distinct().Count() < 2)
        {
            return;
        }

        Folds folds;
        try
        {
            folds = Folds.TimeOrdered(times, one.Count, gap);
        }
        catch (ArgumentException)
        {
            return;
        }

        foreach (Fold fold in folds.Items)
        {
            DateTimeOffset first = fold.Test.Min(row => times[row]);
            Assert.Equal(Enumerable.Range(0, times.Length).Where(row => times[row] < first && times[row] <= first - gap), fold.Train);
        }

        Assert.Equal(folds.Items.Sum(static fold => fold.Test.Count), folds.Items.SelectMany(static fold => fold.Test).Distinct().Count());
    }).Check(Quick.Tests(300));

    [Fact]
    public void GroupedTimeOrdered_Panel_LearnsFromEarlierRowsOfOthers()
    {
        DateTimeOffset[] times = [.. Enumerable.Range(0, 200).Select(static row => Start.AddDays(30 * (row / 40)))];
        string[] customers = [.. Enumerable.Range(0, 200).Select(static row => $"c{row % 40}")];

        Folds folds = Folds.GroupedTimeOrdered(times, customers, 4, 2, TimeSpan.FromDays(30));

        Assert.Equal(8, folds.Count);
        Assert.Equal(160, folds.Items.SelectMany(static fold => fold.Test).Distinct().Count());
        foreach (Fold fold in folds.Items)
        {
            Assert.Equal(20, fold.Test.Count);
            Assert.Empty(fold.Test.Select(row => customers[row]).Intersect(fold.Train.Select(row => customers[row])));
            Assert.True(fold.Train.Max(row => times[row]) <= fold.Test.Min(row => times[row]).AddDays(-30));
        }
    }

    [Fact]
    public void Folds_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Folds.Stratified([true, false], 3));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Folds.Stratified([true, false], 1));
        Assert.Throws<ArgumentException>(static () => Folds.Stratified([true, false], 2, 1, ["a"]));
        Assert.Throws<ArgumentException>(static () => Folds.Given([0, 0, -1]));
        Assert.Throws<ArgumentException>(static () => Folds.Given([0, 2, 0]));
        Assert.Throws<ArgumentException>(static () => Folds.Given([0, 1, -2]));
        Assert.Throws<ArgumentException>(static () => Folds.Given([]));
        Assert.Throws<ArgumentException>(static () => Folds.TimeOrdered([Start, Start], 3, TimeSpan.Zero));
        Assert.Throws<ArgumentException>(static () => Folds.TimeOrdered([Start, Start.AddDays(5)], 1, TimeSpan.FromDays(6)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Folds.TimeOrdered([Start, Start.AddDays(5)], 1, TimeSpan.FromDays(-6)));
        Assert.Equal([2], Folds.Given([0, 1, -1]).Items[0].Train.Except([1]));
    }

    private static int[] Shuffle(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, rows).OrderBy(_ => random.NextBits())];
    }

    private static void AssertPartition(Folds folds, int rows)
    {
        Assert.Equal(Enumerable.Range(0, rows), folds.Items.SelectMany(static fold => fold.Test).Order());
        Assert.All(folds.Items, fold => Assert.Equal(Enumerable.Range(0, rows), fold.Train.Concat(fold.Test).Order()));
        Assert.All(folds.Items, static fold => Assert.Equal(fold.Test.Order(), fold.Test));
    }
}

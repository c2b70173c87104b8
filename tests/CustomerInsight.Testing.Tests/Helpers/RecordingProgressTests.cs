namespace CustomerInsight.Testing.Tests;

public class RecordingProgressTests
{
    [Fact]
    public void Report_SeveralValues_AreThereAtOnceAndInOrder()
    {
        var progress = new RecordingProgress<int>();

        progress.Report(3);
        progress.Report(1);

        Assert.Equal([3, 1], progress.Reports);
    }

    [Fact]
    public void Reports_TakenEarlier_DoNotGrow()
    {
        var progress = new RecordingProgress<int>();
        progress.Report(1);
        IReadOnlyList<int> early = progress.Reports;

        progress.Report(2);

        Assert.Equal([1], early);
    }

    [Fact]
    public void Report_FromManyThreads_LosesNothing()
    {
        var progress = new RecordingProgress<int>();

        Parallel.For(0, 1_000, progress.Report);

        Assert.Equal(Enumerable.Range(0, 1_000), progress.Reports.Order());
    }
}

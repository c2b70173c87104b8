namespace CustomerInsight.Core.Tests;

public sealed class ProgressAndCancellationTests
{
    private static readonly SourceRecord[] Records = [.. Enumerable.Range(1, 5).Select(static id => Make.Record("crm", $"{id}"))];

    [Fact]
    public async Task RunAsync_Progress_TellsRowsAtTheIntervalAndEveryStageAtItsEnd()
    {
        var progress = new ListProgress();
        await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { ProgressInterval = 2 },
            RecordSources = [ListRecordSource.Of("crm", Records)],
            ActivitySources = [ListActivitySource.Of("till", [Make.Activity("1", Identifier.ForRecord("crm", "1"), 1)])],
        }).RunAsync(progress);

        InsightProgress[] expected =
        [
            new("read crm", 2, null), new("read crm", 4, null), new("read crm", 5, 5), new("read till", 1, 1), new("standardize", 5, 5), new("merge", 5, 5), new("attribute activities", 1, 1),
        ];
        Assert.Equal(expected, progress.Reports);
    }

    [Theory]
    [InlineData(InsightPhase.Read)]
    [InlineData(InsightPhase.Standardize)]
    [InlineData(InsightPhase.Match)]
    [InlineData(InsightPhase.Merge)]
    [InlineData(InsightPhase.Attribute)]
    [InlineData(InsightPhase.Model)]
    [InlineData(InsightPhase.Segment)]
    [InlineData(InsightPhase.Publish)]
    public async Task RunAsync_CancelledInAnyPhase_StopsAndStoresNothing(InsightPhase phase)
    {
        using var cancellation = new CancellationTokenSource();
        var store = new InMemoryProfileStore();
        bool later = false;
        var engine = new InsightEngine(new InsightSetup
        {
            RecordSources = [ListRecordSource.Of("crm", Records)],
            Stages = [new CallStage(phase, _ => cancellation.Cancel()), new CallStage(phase, _ => later = true)],
            ProfileStore = store,
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync(cancellationToken: cancellation.Token));

        Assert.False(later);
        Assert.Equal(0, await store.GetVersionAsync(string.Empty, default));
    }

    [Fact]
    public async Task RunAsync_CancelledWhileReading_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        int read = 0;
        IEnumerable<SourceRecord> Many()
        {
            while (read < 10_000)
            {
                if (++read == 100)
                {
                    cancellation.Cancel();
                }

                yield return Make.Record("crm", $"{read}");
            }
        }

        IRecordSource source = RecordMap.For<SourceRecord>("crm").Key(static record => record.Key.Id).From(Many());
        var engine = new InsightEngine(new InsightSetup { RecordSources = [source] });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync(cancellationToken: cancellation.Token));
        Assert.InRange(read, 100, 102);
    }

    [Fact]
    public async Task RunAsync_SourceThatIgnoresCancellation_IsStoppedAllTheSame()
    {
        var progress = new ListProgress();
        using var cancellation = new CancellationTokenSource();
        progress.Reported += cancellation.Cancel;
        var engine = new InsightEngine(new InsightSetup { Options = new InsightOptions { ProgressInterval = 2 }, RecordSources = [ListRecordSource.Of("crm", Records)] });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync(progress, cancellation.Token));
        Assert.Equal([new InsightProgress("read crm", 2, null)], progress.Reports);
    }

    [Fact]
    public async Task RunAsync_CancelledBefore_ReadsNothing()
    {
        bool read = false;
        var engine = new InsightEngine(new InsightSetup { Stages = [new CallStage(InsightPhase.Read, _ => read = true)] });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync(cancellationToken: new CancellationToken(canceled: true)));
        Assert.False(read);
    }
}

namespace CustomerInsight.Core.Tests;

public sealed class InsightContextTests
{
    [Fact]
    public void Set_SecondResultOfOneType_Throws()
    {
        var context = new InsightContext(new InsightOptions());
        context.Set("one");

        Assert.Equal("one", context.Find<string>());
        Assert.Contains("Two stages gave a String", Assert.Throws<InvalidOperationException>(() => context.Set("two")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => context.Set<string>(null!));
    }

    [Fact]
    public void New_AsOf_IsThatOfTheOptions()
    {
        Assert.Equal(Make.Day(2), new InsightContext(new InsightOptions { AsOf = Make.Day(2) }).AsOf);
        Assert.Null(new InsightContext(new InsightOptions()).AsOf);
        Assert.Throws<ArgumentNullException>(static () => new InsightContext(null!));
    }

    [Fact]
    public void Parallel_Options_HoldLimitAndCancellation()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.Equal(3, new InsightContext(new InsightOptions { MaxDegreeOfParallelism = 3 }).Parallel(cancellation.Token).MaxDegreeOfParallelism);
        Assert.Equal(Environment.ProcessorCount, new InsightContext(new InsightOptions()).Parallel(default).MaxDegreeOfParallelism);
        Assert.Equal(cancellation.Token, new InsightContext(new InsightOptions()).Parallel(cancellation.Token).CancellationToken);
    }

    [Fact]
    public void Report_Lines_KeepTheirOrder()
    {
        var context = new InsightContext(new InsightOptions());
        context.Report(new ReportLine("a", "x", 1, "ones"));
        context.Report(new ReportLine("b", "y", 2, "twos"));

        Assert.Equal(["x", "y"], context.Lines.Select(static line => line.Code));
        Assert.Empty(context.Sources);
    }

    [Fact]
    public void Progress_WithoutListener_IsLeftOut()
    {
        var progress = new ListProgress();
        new InsightContext(new InsightOptions(), progress).Progress("stage", 1, 2);
        new InsightContext(new InsightOptions()).Progress("stage", 1);

        Assert.Equal([new InsightProgress("stage", 1, 2)], progress.Reports);
    }
}

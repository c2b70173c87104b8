namespace CustomerInsight.Models.Tests;

/// <summary>A host's model, which answers as another and counts how often it is asked for a probability.</summary>
internal sealed class AskedModel(IPurchaseModel model) : IPurchaseModel
{
    private int _asked;

    public int Asked => _asked;

    public string Name => model.Name;

    public TimeUnit Unit => model.Unit;

    public ValueList<ModelParameter> Parameters => model.Parameters;

    public IPurchaseModel WithParameters(ReadOnlySpan<double> values) => model.WithParameters(values);

    public double LogLikelihood(RepeatPattern pattern) => model.LogLikelihood(pattern);

    public double ProbabilityAlive(RepeatPattern pattern) => model.ProbabilityAlive(pattern);

    public double ExpectedPurchases(Duration ahead) => model.ExpectedPurchases(ahead);

    public double ExpectedPurchases(RepeatPattern pattern, Duration ahead) => model.ExpectedPurchases(pattern, ahead);

    public double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate) => model.DiscountedPurchasesIfAlive(pattern, ahead, rate);

    public double ProbabilityOf(int purchases, Duration ahead) => model.ProbabilityOf(purchases, ahead);

    public double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead)
    {
        Interlocked.Increment(ref _asked);
        return model.ProbabilityOf(pattern, purchases, ahead);
    }
}

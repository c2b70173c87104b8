namespace CustomerInsight.Benchmarks;

/// <summary>A log of purchases over a year, in the order in which they happened: 2.6 a customer in the mean, some with many, most with one or two.</summary>
internal static class PurchaseLogs
{
    private const ulong Seed = 1;
    private const double MeanRepeats = 1.6;
    private const int Days = 365;

    public static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset End = Start.AddDays(Days);

    public static (string Customer, DateTimeOffset At, decimal Amount)[] Make(int customers)
    {
        var random = new SeededRandom(Seed);
        List<(long Ticks, int Customer, int Pence)> purchases = [];
        long span = (End - Start).Ticks;
        for (int customer = 0; customer < customers; customer++)
        {
            // Exponential rates over Poisson purchases: the repeats are geometric.
            double stop = 1 / (1 + MeanRepeats);
            int spend = 500 + random.Next(9_500);
            do
            {
                purchases.Add(((long)(random.NextDouble() * span), customer, spend + random.Next(spend)));
            }
            while (random.NextDouble() >= stop);
        }

        purchases.Sort();
        string[] names = [.. Enumerable.Range(0, customers).Select(static customer => $"C{customer:0000000}")];
        return [.. purchases.Select(purchase => (names[purchase.Customer], Start.AddTicks(purchase.Ticks), purchase.Pence / 100m))];
    }
}

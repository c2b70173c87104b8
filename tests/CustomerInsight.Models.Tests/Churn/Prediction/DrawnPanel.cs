namespace CustomerInsight.Models.Tests;

/// <summary>Customers with a contract drawn from a seed: those who pay much, are new or pay by the month leave more often.</summary>
internal static class DrawnPanel
{
    public static readonly DateTimeOffset CutOff = new(2024, 6, 30, 0, 0, 0, TimeSpan.Zero);

    public static CustomerPanel Of(int customers, ulong seed, int cutOffs = 1) => new(ValueList.From(Enumerable.Range(0, cutOffs).Select(number => Snapshot(customers, seed, number))));

    /// <summary>The log-odds that the labels are drawn by.</summary>
    public static double LogOdds(double fee, double tenure, string contract) => -1 + ((fee - 60) / 15) - (tenure / 20) + (contract == "monthly" ? 1 : contract == "two-year" ? -1 : 0);

    private static LabelledSnapshot Snapshot(int customers, ulong seed, int number)
    {
        DateTimeOffset cutOff = CutOff.AddDays(-90 * number);
        string[] names = [.. Enumerable.Range(0, customers).Select(i => $"c{i:D5}")];
        double[] fees = new double[customers];
        double[] tenures = new double[customers];
        string?[] contracts = new string?[customers];
        bool?[] paperless = new bool?[customers];
        bool[] labels = new bool[customers];
        for (int i = 0; i < customers; i++)
        {
            var random = new SeededRandom(StableHash.Combine(seed, (ulong)((i * 100) + number)));
            fees[i] = 30 + (60 * random.NextDouble());
            tenures[i] = 60 * random.NextDouble();
            string contract = random.Next(3) switch { 0 => "monthly", 1 => "yearly", _ => "two-year" };
            contracts[i] = random.Next(20) == 0 ? null : contract;
            paperless[i] = random.Next(2) == 0;
            labels[i] = random.NextDouble() < 1 / (1 + Math.Exp(-LogOdds(fees[i], tenures[i], contract)));
            fees[i] = random.Next(30) == 0 ? double.NaN : fees[i];
        }

        var features = TraitTable.Create(names, DateOnly.FromDateTime(cutOff.DateTime),
        [
            TraitColumn.Numbers("monthly_fee", fees),
            TraitColumn.Numbers("tenure_months", tenures),
            TraitColumn.Texts("contract", contracts),
            TraitColumn.Flags("paperless", paperless),
        ]);
        return new LabelledSnapshot(new CustomerSnapshot(cutOff, features), CustomerLabels.Given(cutOff, cutOff.AddDays(30), names, labels));
    }
}

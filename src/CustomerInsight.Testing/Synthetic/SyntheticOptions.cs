namespace CustomerInsight.Testing;

/// <summary>What <see cref="SyntheticCustomers.Generate"/> makes.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record SyntheticOptions
{
    /// <summary>Gets the seed: equal options with equal seeds give the same customers on every machine.</summary>
    /// <value>1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets how many records all sources have together.</summary>
    /// <value>20,000. From 1 to 10,000,000.</value>
    public int Records { get; init; } = 20_000;

    /// <summary>Gets the sources with their habits.</summary>
    /// <value>Three: <see cref="SyntheticSource.Crm"/>, <see cref="SyntheticSource.Shop"/> and <see cref="SyntheticSource.Loyalty"/>. At least one, each with a name of its own.</value>
    public ValueList<SyntheticSource> Sources { get; init; } = [SyntheticSource.Crm, SyntheticSource.Shop, SyntheticSource.Loyalty];

    /// <summary>Gets the share of Chinese households.</summary>
    /// <value>0.15. From 0 to 1.</value>
    public double ChineseShare { get; init; } = 0.15;

    /// <summary>Gets what multiplies every rate of slips: typing errors, swapped names, misread dates. At 0 nothing is wrong; names, addresses and formats still differ.</summary>
    /// <value>1. From 0 to 10.</value>
    public double ErrorRate { get; init; } = 1;

    /// <summary>Gets what multiplies the sources' rates of empty fields.</summary>
    /// <value>1. From 0 to 10.</value>
    public double MissingRate { get; init; } = 1;

    /// <summary>Gets the share of persons who have more than one record.</summary>
    /// <value>0.4. From 0 to 1.</value>
    public double DuplicateShare { get; init; } = 0.4;

    /// <summary>Gets, for a person with two records or more, the chance of one more each time.</summary>
    /// <value>0.35. From 0 to 0.95.</value>
    public double FurtherRecordShare { get; init; } = 0.35;

    /// <summary>Gets the most records that one person can have.</summary>
    /// <value>12. From 1 to 1,000.</value>
    public int MaximumRecordsPerPerson { get; init; } = 12;

    /// <summary>Gets the share of households in which more than one person is a customer.</summary>
    /// <value>0.2. From 0 to 1.</value>
    public double SharedHouseholdShare { get; init; } = 0.2;

    /// <summary>Gets the first day (UTC) of the activities and of what sources observed.</summary>
    /// <value>1 January 2023.</value>
    public DateOnly From { get; init; } = new(2023, 1, 1);

    /// <summary>Gets the day (UTC) before which all activities and observations end.</summary>
    /// <value>1 January 2025. After <see cref="From"/>.</value>
    public DateOnly To { get; init; } = new(2025, 1, 1);

    /// <summary>Gets the shape r of the gamma distribution of purchase rates (BG/NBD).</summary>
    /// <value>0.55. Above 0.</value>
    public double PurchaseR { get; init; } = 0.55;

    /// <summary>Gets the rate α of the gamma distribution of purchase rates (BG/NBD), in days: the mean rate is r/α purchases a day.</summary>
    /// <value>45. Above 0.</value>
    public double PurchaseAlphaDays { get; init; } = 45;

    /// <summary>Gets the parameter a of the beta distribution of the chance to leave after a repeat purchase (BG/NBD).</summary>
    /// <value>0.8. Above 0.</value>
    public double DropOutA { get; init; } = 0.8;

    /// <summary>Gets the parameter b of the beta distribution of the chance to leave after a repeat purchase (BG/NBD).</summary>
    /// <value>2.4. Above 0.</value>
    public double DropOutB { get; init; } = 2.4;

    /// <summary>Gets the shape p of one purchase's amount (Gamma–Gamma).</summary>
    /// <value>6.25. Above 0.</value>
    public double SpendP { get; init; } = 6.25;

    /// <summary>Gets the shape q of the customers' spend rates (Gamma–Gamma).</summary>
    /// <value>3.74. Above 1, so that the mean spend exists.</value>
    public double SpendQ { get; init; } = 3.74;

    /// <summary>Gets the rate γ of the customers' spend rates (Gamma–Gamma), in main units of the currency: the mean amount is p·γ/(q − 1).</summary>
    /// <value>15.44. Above 0.</value>
    public double SpendGamma { get; init; } = 15.44;

    /// <summary>Gets the share of purchases of which money goes back within three weeks.</summary>
    /// <value>0.02. From 0 to 1.</value>
    public double RefundShare { get; init; } = 0.02;

    /// <summary>Gets, for each purchase, the chance of an extra one of amount zero (a sample, a voucher), which belongs to no model.</summary>
    /// <value>0.005. From 0 to 1.</value>
    public double ZeroAmountShare { get; init; } = 0.005;

    /// <summary>Gets the currency of all amounts.</summary>
    /// <value><c>GBP</c>. Three capital letters after ISO 4217.</value>
    public string Currency { get; init; } = "GBP";
}

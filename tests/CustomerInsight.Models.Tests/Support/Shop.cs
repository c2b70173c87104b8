namespace CustomerInsight.Models.Tests;

/// <summary>Makes histories in few words.</summary>
internal static class Shop
{
    public static readonly DateTimeOffset AsOf = new(2024, 12, 31, 23, 0, 0, TimeSpan.Zero);

    public static CustomerActivity Bought(string customer, DateTimeOffset at, decimal? amount, string? order = null, string currency = "EUR", int id = 0) =>
        new(new RecordKey("shop", $"{customer}-{at:O}-{amount}-{order}-{id}"), Identifier.ForRecord("shop", customer), ActivityTypes.Purchase, at)
        {
            Value = amount is decimal value ? new Money(value, currency) : null,
            Order = order,
        };

    public static CustomerActivity Bought(string customer, int daysBefore, decimal? amount, string? order = null, string currency = "EUR") =>
        Bought(customer, AsOf.AddDays(-daysBefore), amount, order, currency);

    public static CustomerHistory History(string customer, params ReadOnlySpan<CustomerActivity> activities) => new(customer, null, activities.ToArray());

    public static PurchaseTable Table(params ReadOnlySpan<CustomerHistory> customers) => PurchaseTable.From(customers.ToArray(), AsOf);

    /// <summary>A table of many customers drawn from a seed, with all sorts of habits.</summary>
    public static PurchaseTable Drawn(int customers, ulong seed) => PurchaseTable.From(DrawnHistories(customers, seed), AsOf);

    public static CustomerHistory[] DrawnHistories(int customers, ulong seed)
    {
        var random = new SeededRandom(seed);
        var histories = new CustomerHistory[customers];
        for (int i = 0; i < customers; i++)
        {
            string name = $"c{i:D5}";
            int tenure = 1 + random.Next(700);
            double rate = -Math.Log(1 - random.NextDouble()) / 60;
            double level = 10 + (90 * random.NextDouble());
            var bought = new List<CustomerActivity>();
            double day = 0;
            while (day <= tenure)
            {
                decimal amount = Math.Round((decimal)(level * (0.5 + random.NextDouble())), 2);
                bought.Add(Bought(name, tenure - (int)day, amount, id: bought.Count));
                if (random.NextDouble() < 0.2)
                {
                    break;
                }

                day += 1 - (Math.Log(1 - random.NextDouble()) / rate);
            }

            histories[i] = new CustomerHistory(name, null, bought);
        }

        return histories;
    }

    private static CustomerActivity Bought(string customer, int daysBefore, decimal amount, int id) =>
        Bought(customer, AsOf.AddDays(-daysBefore), amount, id: id);
}

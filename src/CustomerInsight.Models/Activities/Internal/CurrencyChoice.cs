namespace CustomerInsight.Models;

/// <summary>Finds the currency of most purchases.</summary>
internal static class CurrencyChoice
{
    /// <summary>Finds the currency.</summary>
    /// <returns>Its name and its place among the reader's, −1 where no purchase is in it.</returns>
    public static (string Currency, int Place) Of(ActivityReader reader, string? wanted, bool keepZeroAmounts, ParallelOptions parallel)
    {
        if (wanted is null && reader.Currencies.Count > 1)
        {
            long[] votes = Votes(reader, keepZeroAmounts, parallel);
            wanted = reader.Currencies[Array.IndexOf(votes, votes.Max())];
        }

        wanted ??= reader.Currencies.Count == 1 ? reader.Currencies[0] : Money.NoCurrency;
        for (int place = 0; place < reader.Currencies.Count; place++)
        {
            if (reader.Currencies[place] == wanted)
            {
                return (wanted, place);
            }
        }

        return (wanted, -1);
    }

    private static long[] Votes(ActivityReader reader, bool keepZeroAmounts, ParallelOptions parallel)
    {
        long[][] parts = FixedChunks.Run(reader.Customers, ActivityReader.ChunkLength, parallel, (from, to) =>
        {
            long[] votes = new long[reader.Currencies.Count];
            var buffer = new ActivityBuffer();
            for (int customer = from; customer < to; customer++)
            {
                foreach (ref readonly ActivityMoment moment in reader.Read(customer, buffer))
                {
                    if (moment.IsPurchase && moment.Currency >= 0 && !moment.IsRefund && (keepZeroAmounts || !moment.IsFree))
                    {
                        votes[moment.Currency]++;
                    }
                }
            }

            return votes;
        });
        long[] total = new long[reader.Currencies.Count];
        foreach (long[] part in parts)
        {
            for (int i = 0; i < total.Length; i++)
            {
                total[i] += part[i];
            }
        }

        return total;
    }
}

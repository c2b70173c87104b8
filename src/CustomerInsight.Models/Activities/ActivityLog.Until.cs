namespace CustomerInsight.Models;

public sealed partial class ActivityLog
{
    /// <summary>Copies what was known at a moment.</summary>
    /// <param name="moment">The moment: rows after it are left out.</param>
    /// <param name="after">Rows up to and at this moment are left out, too; null for none.</param>
    /// <returns>A new log. Time and memory for the rows copied.</returns>
    public ActivityLog Until(DateTimeOffset moment, DateTimeOffset? after = null)
    {
        var log = new ActivityLog();
        foreach (((string type, string scope), short number) in _kinds.OrderBy(static kind => kind.Value))
        {
            log._kinds.Add((type, scope), number);
            log.Kinds.Add((type, scope));
        }

        for (int place = 0; place < Rows.Count; place++)
        {
            ref readonly LogRow row = ref Rows[place];
            if (row.Ticks > moment.UtcTicks || row.Ticks <= after?.UtcTicks)
            {
                continue;
            }

            (decimal? amount, string currency) = row.Currency < 0 ? (null, Money.NoCurrency) : ((decimal?)row.Amount, CurrencyNames[row.Currency]);
            log.AddRow(Customers[place], new DateTimeOffset(row.Ticks, TimeSpan.Zero), TypeNames[row.Type], amount, currency, row.Detail < 0 ? -1 : log.Details.Count);
            if (row.Detail >= 0)
            {
                log.Details.Add(Details[row.Detail]);
            }

            log._isNamed |= row.Detail < 0 || Details[row.Detail].Kind == 0;
        }

        return log;
    }
}

using System.Runtime.CompilerServices;

namespace CustomerInsight;

/// <summary>A source of a host's own objects.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
/// <param name="map">How they become activities; has key, customer and time.</param>
/// <param name="rows">Starts to read them.</param>
internal sealed class MappedActivitySource<T>(ActivityMapState<T> map, Func<CancellationToken, IAsyncEnumerable<T>> rows) : IActivitySource
{
    public string Name => map.Source;

    public async IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long done = Rows.PositionOf(after, Name);
        long position = 0;
        await foreach (T row in rows(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            position++;
            if (position > done)
            {
                yield return Map(row, position);
            }
        }
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private ActivityChange Map(T row, long position)
    {
        SourceCursor cursor = SourceCursor.At(position);
        try
        {
            (CustomerActivity? activity, string code, string message) = Map(row);
            return activity is null
                ? ActivityChange.Reject(new RowRejection(position, code, message), cursor)
                : ActivityChange.Append(activity, cursor);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Only the type: the message may hold a value of the row.
            return ActivityChange.Reject(new RowRejection(position, RejectionCodes.MappingFailed, $"The map threw {error.GetType().Name}. Make its delegates cope with this row."), cursor);
        }
    }

    private (CustomerActivity? Activity, string Code, string Message) Map(T row)
    {
        if (NullIfBlank(map.Key!(row)) is not { } key)
        {
            return (null, RejectionCodes.MissingKey, "The row has no key. Give every row one, or leave such rows out of the source.");
        }

        if (NullIfBlank(map.Customer!.Read(row)) is not { } customer)
        {
            return (null, RejectionCodes.MissingKey, "The row has no customer, so nobody did it. Fill it in the source, or leave such rows out.");
        }

        if (map.At!(row, map.Conventions) is not { } at)
        {
            return (null, RejectionCodes.InvalidValue, "The row has no time. Fill it in the source, or leave such rows out.");
        }

        if (NullIfBlank(map.Type(row)) is not { } type)
        {
            return (null, RejectionCodes.InvalidValue, "The row has no type. Fill it in the source, or map one type for all rows.");
        }

        decimal? amount = map.Amount?.Invoke(row);
        string currency = amount is null ? Money.NoCurrency : NullIfBlank(map.Currency(row)) ?? Money.NoCurrency;
        if (!Money.IsCurrencyCode(currency))
        {
            return (null, RejectionCodes.InvalidValue, "The row's currency is not a code of three capital letters after ISO 4217. Map it to one, or to nothing for unmarked amounts.");
        }

        return (new CustomerActivity(new RecordKey(Name, key), new Identifier(map.Customer.Type, map.Customer.Scope, customer), type, at)
        {
            Tenant = map.Tenant?.Invoke(row) ?? string.Empty,
            Value = amount is { } money ? new Money(money, currency) : null,
            Order = NullIfBlank(map.Order?.Invoke(row)),
            Channel = NullIfBlank(map.Channel?.Invoke(row)),
            Item = NullIfBlank(map.Item?.Invoke(row)),
            Category = NullIfBlank(map.Category?.Invoke(row)),
            Quantity = map.Quantity?.Invoke(row),
        }, string.Empty, string.Empty);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Purchases of many customers in any order, held in little memory: the light way from a plain log to a <see cref="PurchaseTable"/>.</summary>
/// <remarks>40 bytes a purchase of customer, moment and amount; orders, channels, items, categories and quantities take more. At most about two billion purchases.</remarks>
/// <example><c>var log = new PurchaseLog(); log.Add("17", at, 12.50m); … PurchaseTable.From(log, asOf)</c></example>
/// <threadsafety>Not safe for additions from many threads, nor for a table being made meanwhile.</threadsafety>
public sealed class PurchaseLog
{
    internal const short WithoutAmount = -1;
    internal const short NoPurchase = -2;

    private readonly Dictionary<string, short> _currencyNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Scope), short> _kindNumbers = [];
    private short _unmarked = WithoutAmount;

    /// <summary>Gets how many purchases and other activities were added.</summary>
    public long Count => Rows.Count;

    /// <summary>Gets the moment of the latest, or null where there is none.</summary>
    public DateTimeOffset? LastAt => Rows.Count == 0 || LastTicks < 0 ? null : new DateTimeOffset(LastTicks, TimeSpan.Zero);

    internal RowChunks<LogRow> Rows { get; } = new();

    internal RowChunks<PurchaseDetail> Details { get; } = new();

    internal List<string> Currencies { get; } = [];

    /// <summary>By which type and scope of identifier customers were known; the first stands for customers named by <c>Add(customer, …)</c>.</summary>
    internal List<(string Type, string Scope)> Kinds { get; } = [(string.Empty, string.Empty)];

    private long LastTicks { get; set; } = -1;

    /// <summary>Adds a purchase of an unmarked currency.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <param name="at">When.</param>
    /// <param name="amount">The amount; below zero for a refund.</param>
    public void Add([NotNull] string customer, DateTimeOffset at, decimal amount)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (_unmarked == WithoutAmount)
        {
            _unmarked = NumberOf(Money.NoCurrency);
        }

        Add(new LogRow { Customer = customer, Ticks = at.UtcTicks, Amount = amount, Currency = _unmarked, Detail = -1 });
    }

    /// <summary>Adds a purchase.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <param name="at">When.</param>
    /// <param name="amount">The amount; below zero for a refund.</param>
    /// <param name="currency">A code of three capital letters; <see cref="Money.NoCurrency"/> for an unmarked amount.</param>
    /// <param name="order">The order, invoice or basket, or null.</param>
    /// <param name="channel">The channel, or null.</param>
    /// <param name="item">The product, or null.</param>
    /// <param name="category">The product's category, or null.</param>
    /// <param name="quantity">How many pieces, or null where that is not known.</param>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is no such code.</exception>
    public void Add(
        [NotNull] string customer,
        DateTimeOffset at,
        decimal amount,
        [NotNull] string currency,
        string? order = null,
        string? channel = null,
        string? item = null,
        string? category = null,
        decimal? quantity = null)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(currency);
        var detail = new PurchaseDetail { Order = order, Channel = channel, Item = item, Category = category, Quantity = quantity };
        bool hasDetail = order is not null || channel is not null || item is not null || category is not null || quantity is not null;
        Add(new LogRow { Customer = customer, Ticks = at.UtcTicks, Amount = amount, Currency = NumberOf(currency), Detail = hasDetail ? Details.Add(detail) : -1 });
    }

    /// <summary>Adds an activity. One of another type than <see cref="ActivityTypes.Purchase"/> only makes its customer known.</summary>
    /// <param name="activity">The activity.</param>
    /// <remarks>The customer is named by the identifier's value; where two customers of the log have the same one, all are named by type, scope and value.</remarks>
    public void Add([NotNull] CustomerActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var row = new LogRow { Customer = activity.Customer.Value, Ticks = activity.At.UtcTicks, Currency = NoPurchase, Detail = -1, Kind = KindOf(activity.Customer) };
        if (activity.Type == ActivityTypes.Purchase)
        {
            row.Amount = activity.Value?.Amount ?? 0;
            row.Currency = activity.Value is Money money ? NumberOf(money.Currency ?? Money.NoCurrency) : WithoutAmount;
            row.Detail = Details.Add(PurchaseDetail.Of(activity));
        }

        Add(row);
    }

    /// <summary>Adds a customer who may have no purchase at all.</summary>
    /// <param name="customer">The customer's name in results. May be added more than once, and have purchases.</param>
    public void AddCustomer([NotNull] string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        Rows.Add(new LogRow { Customer = customer, Currency = NoPurchase, Detail = -1 });
    }

    private void Add(in LogRow row)
    {
        LastTicks = Math.Max(LastTicks, row.Ticks);
        Rows.Add(row);
    }

    private short NumberOf(string currency)
    {
        ref short number = ref CollectionsMarshal.GetValueRefOrAddDefault(_currencyNumbers, currency, out bool known);
        if (!known)
        {
            if (!Money.IsCurrencyCode(currency))
            {
                _currencyNumbers.Remove(currency);
                throw new ArgumentException($"'{currency}' is no currency code. Use three capital letters after ISO 4217, such as GBP, or {Money.NoCurrency} for unmarked amounts.", nameof(currency));
            }

            number = (short)Currencies.Count;
            Currencies.Add(currency);
        }

        return number;
    }

    private short KindOf(in Identifier identifier)
    {
        ref short kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kindNumbers, (identifier.Type, identifier.Scope), out bool known);
        if (!known)
        {
            kind = checked((short)Kinds.Count);
            Kinds.Add((identifier.Type, identifier.Scope));
        }

        return kind;
    }
}

using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What customers did as plain rows, for a host that has a log and no run: who, when, what, and for how much.</summary>
/// <remarks>Keeps 40 bytes a row beside the customer's text; orders, channels, items, categories and quantities take more. Rows may come in any order: no result depends on it.</remarks>
/// <example><c>var log = new ActivityLog(); log.Add("17", at, 12.50m, "EUR"); … PurchaseTable.From(log, asOf)</c></example>
/// <threadsafety>Not safe while rows are added; reading from many threads afterwards is.</threadsafety>
public sealed partial class ActivityLog
{
    // Rows keep the number of their type as a short, and details that of the kind of their customer.
    private const int MostNumbers = short.MaxValue;

    private readonly NumberedTexts _types = new();
    private readonly NumberedTexts _currencies = new();
    private readonly Dictionary<(string Type, string Scope), short> _kinds = [];
    private long _lastTicks;
    private bool _isNamed;

    /// <summary>Gets how many rows there are.</summary>
    public int Count => Rows.Count;

    /// <summary>Gets the moment of the latest row, or null where there is none.</summary>
    public DateTimeOffset? LastAt => Count == 0 ? null : new DateTimeOffset(_lastTicks, TimeSpan.Zero);

    internal ChunkList<string> Customers { get; } = new();

    /// <summary>What each row says beside its customer, in the same places.</summary>
    internal ChunkList<LogRow> Rows { get; } = new();

    internal ChunkList<ActivityDetail> Details { get; } = new();

    internal IReadOnlyList<string> TypeNames => _types.Texts;

    internal IReadOnlyList<string> CurrencyNames => _currencies.Texts;

    /// <summary>By which type and scope of identifier customers were known; the first stands for customers given by name.</summary>
    internal List<(string Type, string Scope)> Kinds { get; } = [(string.Empty, string.Empty)];

    /// <summary>Whether two rows may be of different customers although the texts are the same.</summary>
    internal bool HasKinds => Kinds.Count > (_isNamed ? 1 : 2);

    /// <summary>Adds a purchase.</summary>
    /// <param name="customer">The customer's name in results. Upper and lower case differ.</param>
    /// <param name="at">When.</param>
    /// <param name="amount">The money, negative for a refund.</param>
    /// <param name="currency">The currency of <paramref name="amount"/>, three capital letters.</param>
    /// <exception cref="ArgumentException">The customer is empty, or the currency is no currency code.</exception>
    public void Add([NotNull] string customer, DateTimeOffset at, decimal amount, string currency = Money.NoCurrency) =>
        AddNamed(customer, at, ActivityTypes.Purchase, amount, currency, -1);

    /// <summary>Adds a purchase with what else is known of it.</summary>
    /// <param name="customer">The customer's name in results. Upper and lower case differ.</param>
    /// <param name="at">When.</param>
    /// <param name="amount">The money, negative for a refund.</param>
    /// <param name="currency">The currency of <paramref name="amount"/>, three capital letters.</param>
    /// <param name="order">The order, invoice or basket, or null.</param>
    /// <param name="channel">The channel, or null.</param>
    /// <param name="item">The product, or null.</param>
    /// <param name="category">The product's category, or null.</param>
    /// <param name="quantity">How many pieces, or null where that is not known.</param>
    /// <exception cref="ArgumentException">The customer is empty, or the currency is no currency code.</exception>
    public void Add(
        [NotNull] string customer,
        DateTimeOffset at,
        decimal amount,
        string currency,
        string? order,
        string? channel = null,
        string? item = null,
        string? category = null,
        decimal? quantity = null)
    {
        var detail = new ActivityDetail { Order = order, Channel = channel, Item = item, Category = category, Quantity = quantity };
        AddNamed(customer, at, ActivityTypes.Purchase, amount, currency, Details.Count);
        Details.Add(detail);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="customer">The customer's name in results. Upper and lower case differ.</param>
    /// <param name="at">When.</param>
    /// <param name="type">What happened, such as <see cref="ActivityTypes.Purchase"/>.</param>
    /// <param name="amount">The money, negative for a refund; null where none changed hands.</param>
    /// <param name="currency">The currency of <paramref name="amount"/>, three capital letters.</param>
    /// <exception cref="ArgumentException">The customer or the type is empty, the currency is no currency code, or the log has 32,768 types already.</exception>
    public void Add([NotNull] string customer, DateTimeOffset at, [NotNull] string type, decimal? amount = null, string currency = Money.NoCurrency)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        AddNamed(customer, at, type, amount, currency, -1);
    }

    /// <summary>Adds an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <remarks>The customer is named by the identifier's value; where several customers of the log have the same one, those are named by type, scope and value, and all others keep their names.</remarks>
    /// <exception cref="ArgumentException">The currency is no currency code, or the log has too many types of activity, or types and scopes of identifiers.</exception>
    public void Add([NotNull] CustomerActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        (string type, string scope, string value) = activity.Customer;
        if (!_kinds.TryGetValue((type, scope), out short kind))
        {
            kind = (short)(Kinds.Count <= MostNumbers ? Kinds.Count : throw TooMany(
                "types and scopes of identifiers", "Name customers by a type and scope that many share, and what tells them apart by the value.", nameof(activity)));
        }

        AddRow(value, activity.At, activity.Type, activity.Value?.Amount, activity.Value?.Currency ?? Money.NoCurrency, Details.Count);
        Details.Add(ActivityDetail.Of(activity, kind));
        if (kind == Kinds.Count)
        {
            _kinds.Add((type, scope), kind);
            Kinds.Add((type, scope));
        }
    }

    /// <summary>The number of a type; −1 where no row has it.</summary>
    internal int TypeNumber(string type) => _types.Find(type);

    /// <summary>The number of a currency; −1 where no row has it.</summary>
    internal int CurrencyNumber(string currency) => _currencies.Find(currency);

    private void AddNamed(string customer, DateTimeOffset at, string type, decimal? amount, string currency, int detail)
    {
        ArgumentException.ThrowIfNullOrEmpty(customer);
        AddRow(customer, at, type, amount, currency, detail);
        _isNamed = true;
    }

    private void AddRow(string customer, DateTimeOffset at, string type, decimal? amount, string currency, int detail)
    {
        // All that can fail comes first, so that a row is added whole or not at all.
        int currencyNumber = amount is null ? -1 : _currencies.Find(currency);
        if (amount is not null && currencyNumber < 0 && !Money.IsCurrencyCode(currency))
        {
            throw new ArgumentException($"Expected a currency code of three capital letters, such as EUR, or {Money.NoCurrency} for none.", nameof(currency));
        }

        int typeNumber = _types.Find(type);
        if (typeNumber < 0)
        {
            typeNumber = _types.Count <= MostNumbers
                ? _types.Add(type)
                : throw TooMany("types of activity", "Let many activities share a type, and say what tells them apart by item, category or channel.", nameof(type));
        }

        if (amount is not null && currencyNumber < 0)
        {
            // There are 17,576 codes at most.
            currencyNumber = _currencies.Add(currency);
        }

        long ticks = at.UtcTicks;
        _lastTicks = Math.Max(_lastTicks, ticks);
        Customers.Add(customer);
        Rows.Add(new LogRow { Ticks = ticks, Amount = amount ?? 0, Detail = detail, Type = (short)typeNumber, Currency = (short)currencyNumber });
    }

    private static ArgumentException TooMany(string what, string todo, string parameter) =>
        new(FormattableString.Invariant($"The log has {MostNumbers + 1:#,0} {what} already, and takes no more. {todo}"), parameter);
}

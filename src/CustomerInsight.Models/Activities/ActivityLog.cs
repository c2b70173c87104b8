using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What customers did as plain rows, for a host that has a log and no run: who, when, what, and for how much.</summary>
/// <remarks>Keeps 32 bytes a row and each customer's name once. Rows may come in any order: no result depends on it.</remarks>
/// <threadsafety>Not safe while rows are added; reading from many threads afterwards is.</threadsafety>
public sealed class ActivityLog
{
    private const int BlockLength = 1 << 16;

    private readonly List<ActivityLogRow[]> _blocks = [];
    private readonly NumberedTexts _customers = new();
    private readonly NumberedTexts _types = new();
    private readonly NumberedTexts _currencies = new();

    /// <summary>Gets how many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many distinct customers the rows have.</summary>
    public int Customers => _customers.Count;

    internal IReadOnlyList<string> CustomerNames => _customers.Texts;

    internal IReadOnlyList<string> TypeNames => _types.Texts;

    internal IReadOnlyList<string> CurrencyNames => _currencies.Texts;

    /// <summary>Adds a row.</summary>
    /// <param name="customer">The customer's name in results. Upper and lower case differ.</param>
    /// <param name="at">When.</param>
    /// <param name="type">What happened, such as <see cref="ActivityTypes.Purchase"/>.</param>
    /// <param name="amount">The money, negative for a refund; null where none changed hands.</param>
    /// <param name="currency">The currency of <paramref name="amount"/>, three capital letters.</param>
    /// <exception cref="ArgumentException">The customer or the type is empty, or the currency is no currency code.</exception>
    public void Add([NotNull] string customer, DateTimeOffset at, [NotNull] string type, decimal? amount = null, string currency = Money.NoCurrency)
    {
        ArgumentException.ThrowIfNullOrEmpty(customer);
        ArgumentException.ThrowIfNullOrEmpty(type);
        int currencyNumber = -1;
        if (amount is not null)
        {
            currencyNumber = _currencies.Find(currency);
            if (currencyNumber < 0)
            {
                currencyNumber = Money.IsCurrencyCode(currency)
                    ? _currencies.Add(currency)
                    : throw new ArgumentException($"Expected a currency code of three capital letters, such as EUR, or {Money.NoCurrency} for none.", nameof(currency));
            }
        }

        int place = Count % BlockLength;
        if (place == 0)
        {
            _blocks.Add(new ActivityLogRow[BlockLength]);
        }

        _blocks[^1][place] = new ActivityLogRow(_customers.Add(customer), at.UtcTicks, (short)_types.Add(type), (short)currencyNumber, amount ?? 0);
        Count++;
    }

    /// <summary>Gives the rows in blocks, in the order in which they were added.</summary>
    internal IEnumerable<ReadOnlyMemory<ActivityLogRow>> Blocks()
    {
        for (int block = 0; block < _blocks.Count; block++)
        {
            yield return _blocks[block].AsMemory(0, Math.Min(BlockLength, Count - (block * BlockLength)));
        }
    }
}

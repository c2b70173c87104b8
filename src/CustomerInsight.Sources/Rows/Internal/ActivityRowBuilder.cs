using System.Globalization;

namespace CustomerInsight.Sources;

/// <summary>Makes activities of rows.</summary>
internal sealed class ActivityRowBuilder(ActivitySettings settings, ColumnMapper mapper) : RowBuilder(mapper), IRowBuilder<ActivityChange>
{
    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly bool _isKeyed = mapper.IsKeyed;
    private readonly string?[] _texts = new string?[(int)ColumnRole.Category + 1];
    private readonly decimal?[] _numbers = new decimal?[(int)ColumnRole.Category + 1];
    private Identifier? _customer;
    private DateTimeOffset? _at;

    // Columns may come late.
    private bool HasUnitPrice => Mapper.Columns.Any(static column => column.Role == ColumnRole.UnitPrice);

    public ActivityChange Build(SourceCursor cursor)
    {
        Money? money = MoneyOf();
        string? key = _isKeyed ? _texts[(int)ColumnRole.Key] : Positions.Text(Position);
        if (_customer is null || key is null)
        {
            Fail(RejectionCodes.MissingKey, _customer is null ? "The row names no customer." : "The row has no key. Fill the key column, or ignore it so that the position is the key.");
        }
        else if (_at is null)
        {
            Fail(RejectionCodes.InvalidValue, "The row has no time.");
        }

        return Failure is not null
            ? ActivityChange.Reject(Failure, cursor)
            : ActivityChange.Append(
                new CustomerActivity(new RecordKey(settings.Name, key!), _customer!.Value, _texts[(int)ColumnRole.Type] ?? settings.Type, _at!.Value)
                {
                    Tenant = settings.Tenant,
                    Value = money,
                    Order = _texts[(int)ColumnRole.Order],
                    Channel = _texts[(int)ColumnRole.Channel],
                    Item = _texts[(int)ColumnRole.Item],
                    Category = _texts[(int)ColumnRole.Category],
                    Quantity = _numbers[(int)ColumnRole.Quantity],
                },
                cursor);
    }

    public ActivityChange Reject(RowRejection rejection, SourceCursor cursor) => ActivityChange.Reject(rejection, cursor);

    protected override void Clear()
    {
        Array.Clear(_texts);
        Array.Clear(_numbers);
        _customer = null;
        _at = null;
    }

    protected override void Take(int column, MappedColumn mapped, ReadOnlySpan<char> value)
    {
        switch (mapped.Role)
        {
            case ColumnRole.Time when _at is null && InstantText.TryParse(value, settings.Conventions, out DateTimeOffset at):
                _at = at;
                break;
            case ColumnRole.Customer when _customer is null:
                string id = Pooled(column, mapped.IdentifierType == Identifier.RecordKeyType ? KeyText.Clean(value) : value).First!;
                _customer = new Identifier(mapped.IdentifierType!, mapped.IdentifierScope, id);
                break;
            case ColumnRole.Amount or ColumnRole.Quantity or ColumnRole.UnitPrice:
                TakeNumber(column, mapped.Role, value);
                break;
            case ColumnRole.Key or ColumnRole.Order or ColumnRole.Item or ColumnRole.Category or ColumnRole.Channel or ColumnRole.Type or ColumnRole.Currency when _texts[(int)mapped.Role] is null:
                TakeText(column, mapped.Role, value);
                break;
            default:
                FailValue(column, mapped.Role == ColumnRole.Time ? "a date or time that can be read" : "a single value");
                break;
        }
    }

    private void TakeNumber(int column, ColumnRole role, ReadOnlySpan<char> value)
    {
        if (_numbers[(int)role] is null && decimal.TryParse(value, AmountStyle, CultureInfo.InvariantCulture, out decimal number))
        {
            _numbers[(int)role] = number;
            return;
        }

        FailValue(column, "a number with a decimal point and without thousands separators");
    }

    private void TakeText(int column, ColumnRole role, ReadOnlySpan<char> value)
    {
        string text = role == ColumnRole.Key ? KeyText.Clean(value).ToString() : Pooled(column, value).First!;
        text = role == ColumnRole.Currency ? text.ToUpperInvariant() : text;
        if (role == ColumnRole.Currency && !Money.IsCurrencyCode(text))
        {
            FailValue(column, "a currency code of three letters");
            return;
        }

        _texts[(int)role] = text;
    }

    private Money? MoneyOf()
    {
        decimal? amount = _numbers[(int)ColumnRole.Amount];
        decimal? quantity = _numbers[(int)ColumnRole.Quantity];
        decimal? price = _numbers[(int)ColumnRole.UnitPrice];
        if (price.HasValue ? !quantity.HasValue : quantity.HasValue && HasUnitPrice)
        {
            Fail(RejectionCodes.InvalidValue, "The row has a quantity without a unit price, or the other way round.");
        }

        try
        {
            amount ??= quantity * price;
        }
        catch (OverflowException)
        {
            Fail(RejectionCodes.InvalidValue, "Quantity times unit price is larger than an amount can be.");
        }

        return amount is { } value ? new Money(value, _texts[(int)ColumnRole.Currency] ?? settings.Currency) : null;
    }
}

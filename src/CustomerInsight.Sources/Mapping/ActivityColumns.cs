namespace CustomerInsight.Sources;

/// <summary>What columns of an activity source mean, where their names do not tell or tell it wrongly.</summary>
/// <remarks>
/// A column is named as in the header (in JSON Lines: as the path of the property); upper and lower case and separators do not
/// matter. What is not named here is guessed; columns without a meaning are not read.
/// </remarks>
/// <threadsafety>Not safe for changes from many threads; a source copies it when it is made.</threadsafety>
public sealed class ActivityColumns
{
    private readonly ColumnTargets _targets = new();

    internal ColumnTargets Targets => _targets;

    /// <summary>The column is the activity's own key. Without one the position is: the line, or the count of a query's rows.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Key(string column) => With(column, ColumnRole.Key);

    /// <summary>The column tells the customer.</summary>
    /// <param name="column">The column.</param>
    /// <param name="type">The type of the identifier in it; by default the key of a record.</param>
    /// <param name="scope">Inside what it is unique: for the key of a record its source, or empty for any source.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column or the type is blank, or the column has a meaning already.</exception>
    public ActivityColumns Customer(string column, string type = Identifier.RecordKeyType, string scope = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        ArgumentNullException.ThrowIfNull(scope);
        _targets.Add(column, new(ColumnRole.Customer) { IdentifierType = type, IdentifierScope = scope });
        return this;
    }

    /// <summary>The column says when.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Time(string column) => With(column, ColumnRole.Time);

    /// <summary>The column is the money of the whole activity.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Amount(string column) => With(column, ColumnRole.Amount);

    /// <summary>Two columns whose product is the money of the activity.</summary>
    /// <param name="quantityColumn">How many pieces.</param>
    /// <param name="unitPriceColumn">The money for one piece.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">A column is blank, or has a meaning already.</exception>
    public ActivityColumns QuantityAndUnitPrice(string quantityColumn, string unitPriceColumn) =>
        With(quantityColumn, ColumnRole.Quantity).With(unitPriceColumn, ColumnRole.UnitPrice);

    /// <summary>The column is how many pieces; the money is that of all of them together, unless there is a column of the money for one piece.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Quantity(string column) => With(column, ColumnRole.Quantity);

    /// <summary>The column is the currency.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Currency(string column) => With(column, ColumnRole.Currency);

    /// <summary>The column is the order, invoice or basket.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Order(string column) => With(column, ColumnRole.Order);

    /// <summary>The column is the product or page.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Item(string column) => With(column, ColumnRole.Item);

    /// <summary>The column is the category of the product or page.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Category(string column) => With(column, ColumnRole.Category);

    /// <summary>The column is the channel.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Channel(string column) => With(column, ColumnRole.Channel);

    /// <summary>The column says what happened.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Type(string column) => With(column, ColumnRole.Type);

    /// <summary>The column is not read.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public ActivityColumns Ignore(string column) => With(column, ColumnRole.Ignored);

    private ActivityColumns With(string column, ColumnRole role)
    {
        _targets.Add(column, new(role));
        return this;
    }
}

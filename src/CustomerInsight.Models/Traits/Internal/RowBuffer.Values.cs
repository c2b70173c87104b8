namespace CustomerInsight.Models;

/// <summary>Takes values of one type up.</summary>
internal sealed class RowBuffer<T, TValue>(int rows, Func<T, TValue> read, Func<TValue[], TraitColumn> column) : RowBuffer<T>
{
    private readonly TValue[] _values = new TValue[rows];

    public override void Read(int row, T item) => _values[row] = read(item);

    public override TraitColumn ToColumn() => column(_values);
}

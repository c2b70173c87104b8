namespace CustomerInsight.Models;

/// <summary>Takes one trait of customers up, one after the other.</summary>
internal abstract class RowBuffer<T>
{
    public abstract void Read(int row, T item);

    public abstract TraitColumn ToColumn();
}

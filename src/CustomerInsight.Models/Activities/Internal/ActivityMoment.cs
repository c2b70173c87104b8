using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>One activity as the models of behaviour read it.</summary>
/// <param name="Ticks">When, in ticks of UTC.</param>
/// <param name="Type">The number of its type among those asked for; −1 for any other.</param>
/// <param name="Currency">The number of its currency; −1 where it has no money.</param>
/// <param name="IsPurchase">Whether it is of the type purchase: only then does its money have a meaning.</param>
/// <param name="Amount">Its money; 0 where it has none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ActivityMoment(long Ticks, int Type, int Currency, bool IsPurchase, decimal Amount) : IComparable<ActivityMoment>
{
    public bool IsRefund => IsPurchase && Amount < 0;

    public bool IsFree => IsPurchase && Currency >= 0 && Amount == 0;

    /// <summary>Orders by time, then so that the order in which activities came changes nothing.</summary>
    public int CompareTo(ActivityMoment other)
    {
        int order = Ticks.CompareTo(other.Ticks);
        order = order != 0 ? order : Type.CompareTo(other.Type);
        order = order != 0 ? order : Currency.CompareTo(other.Currency);
        return order != 0 ? order : Amount.CompareTo(other.Amount);
    }
}

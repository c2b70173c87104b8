using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The inner loops of the mixture: distances of a slab of rows to a component, and weighted sums of a block of rows.</summary>
internal static class MixtureKernel
{
    /// <summary>How many slabs are summed up together: as many rows as keep their differences in the nearest cache.</summary>
    public const int BlockSlabs = 4;

    public const int BlockRows = BlockSlabs * SlabMatrix.SlabRows;

    private const int Slab = SlabMatrix.SlabRows;
    private const int Tile = SlabMatrix.Tile;

    /// <summary>Writes the rows' differences from a mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(ref double slab, ref double mean, ref double differences, int width)
    {
        nuint at = 0;
        for (int column = 0; column < width; column++, at += Slab)
        {
            Vector512<double> middle = Vector512.Create(Unsafe.Add(ref mean, column));
            (Vector512.LoadUnsafe(ref slab, at) - middle).StoreUnsafe(ref differences, at);
            (Vector512.LoadUnsafe(ref slab, at + Lanes.Count) - middle).StoreUnsafe(ref differences, at + Lanes.Count);
        }
    }

    /// <summary>Computes the squared Mahalanobis distances of sixteen rows by a triangular factor.</summary>
    /// <remarks>The factor is the inverse of the covariance's Cholesky factor, four rows at a time, of each four the columns up to the diagonal.</remarks>
    public static (Vector512<double> Low, Vector512<double> High) FullDistances(ref double slab, ref double mean, ref double factor, int width, ref double differences)
    {
        Subtract(ref slab, ref mean, ref differences, width);
        Vector512<double> low = Vector512<double>.Zero;
        Vector512<double> high = Vector512<double>.Zero;
        ref double weight = ref factor;
        for (int end = Tile; end <= width; end += Tile)
        {
            Vector512<double> a0 = Vector512<double>.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
            nuint at = 0;
            for (int column = 0; column < end; column++, at += Slab)
            {
                Vector512<double> x = Vector512.LoadUnsafe(ref differences, at);
                Vector512<double> y = Vector512.LoadUnsafe(ref differences, at + Lanes.Count);
                Vector512<double> w = Vector512.Create(weight);
                a0 = Lanes.MultiplyAdd(w, x, a0);
                b0 = Lanes.MultiplyAdd(w, y, b0);
                w = Vector512.Create(Unsafe.Add(ref weight, 1));
                a1 = Lanes.MultiplyAdd(w, x, a1);
                b1 = Lanes.MultiplyAdd(w, y, b1);
                w = Vector512.Create(Unsafe.Add(ref weight, 2));
                a2 = Lanes.MultiplyAdd(w, x, a2);
                b2 = Lanes.MultiplyAdd(w, y, b2);
                w = Vector512.Create(Unsafe.Add(ref weight, 3));
                a3 = Lanes.MultiplyAdd(w, x, a3);
                b3 = Lanes.MultiplyAdd(w, y, b3);
                weight = ref Unsafe.Add(ref weight, Tile);
            }

            low = Lanes.MultiplyAdd(a3, a3, Lanes.MultiplyAdd(a2, a2, Lanes.MultiplyAdd(a1, a1, Lanes.MultiplyAdd(a0, a0, low))));
            high = Lanes.MultiplyAdd(b3, b3, Lanes.MultiplyAdd(b2, b2, Lanes.MultiplyAdd(b1, b1, Lanes.MultiplyAdd(b0, b0, high))));
        }

        return (low, high);
    }

    /// <summary>Computes the squared distances of sixteen rows, each feature in units of its own deviation.</summary>
    /// <remarks>The factor is one over the deviations.</remarks>
    public static (Vector512<double> Low, Vector512<double> High) DiagonalDistances(ref double slab, ref double mean, ref double factor, int width)
    {
        Vector512<double> low = Vector512<double>.Zero;
        Vector512<double> high = Vector512<double>.Zero;
        nuint at = 0;
        for (int column = 0; column < width; column++, at += Slab)
        {
            Vector512<double> middle = Vector512.Create(Unsafe.Add(ref mean, column));
            Vector512<double> scale = Vector512.Create(Unsafe.Add(ref factor, column));
            Vector512<double> x = (Vector512.LoadUnsafe(ref slab, at) - middle) * scale;
            Vector512<double> y = (Vector512.LoadUnsafe(ref slab, at + Lanes.Count) - middle) * scale;
            low = Lanes.MultiplyAdd(x, x, low);
            high = Lanes.MultiplyAdd(y, y, high);
        }

        return (low, high);
    }

    /// <summary>Adds a block's weighted differences from a mean, and their weighted squares, to sums of eight lanes each.</summary>
    /// <remarks>The differences, and the weighted ones, are left behind: by column, the rows of a block.</remarks>
    public static void AddFirst(
        ref double block, int slabs, ref double weights, ref double mean, int width, ref double differences, ref double weighted, ref double sums)
    {
        for (int column = 0; column < width; column++)
        {
            Vector512<double> middle = Vector512.Create(Unsafe.Add(ref mean, column));
            Vector512<double> sum = Vector512.LoadUnsafe(ref sums, (nuint)(column * Lanes.Count));
            nuint from = (nuint)(column * Slab);
            nuint to = (nuint)(column * BlockRows);
            nuint row = 0;
            for (int slab = 0; slab < slabs; slab++, from += (nuint)(width * Slab), row += Slab)
            {
                Vector512<double> x = Vector512.LoadUnsafe(ref block, from) - middle;
                Vector512<double> y = Vector512.LoadUnsafe(ref block, from + Lanes.Count) - middle;
                Vector512<double> wx = x * Vector512.LoadUnsafe(ref weights, row);
                Vector512<double> wy = y * Vector512.LoadUnsafe(ref weights, row + Lanes.Count);
                x.StoreUnsafe(ref differences, to + row);
                y.StoreUnsafe(ref differences, to + row + Lanes.Count);
                wx.StoreUnsafe(ref weighted, to + row);
                wy.StoreUnsafe(ref weighted, to + row + Lanes.Count);
                sum = sum + wx + wy;
            }

            sum.StoreUnsafe(ref sums, (nuint)(column * Lanes.Count));
        }
    }

    /// <summary>Adds the products of a block's differences, two by two, to sums of eight lanes each: the lower triangle in tiles of four by four.</summary>
    public static void AddProducts(ref double differences, ref double weighted, int rows, int width, ref double sums)
    {
        nuint at = 0;
        for (int i = 0; i < width; i += Tile)
        {
            for (int j = 0; j <= i; j += Tile, at += Tile * Tile * Lanes.Count)
            {
                AddTile(ref Unsafe.Add(ref weighted, i * BlockRows), ref Unsafe.Add(ref differences, j * BlockRows), rows, ref Unsafe.Add(ref sums, at));
            }
        }
    }

    /// <summary>Adds the weighted squares of a block's differences to sums of eight lanes each.</summary>
    public static void AddSquares(ref double differences, ref double weighted, int rows, int width, ref double sums)
    {
        for (int column = 0; column < width; column++)
        {
            nuint at = (nuint)(column * BlockRows);
            Vector512<double> sum = Vector512.LoadUnsafe(ref sums, (nuint)(column * Lanes.Count));
            for (int row = 0; row < rows; row += Lanes.Count, at += Lanes.Count)
            {
                sum = Lanes.MultiplyAdd(Vector512.LoadUnsafe(ref differences, at), Vector512.LoadUnsafe(ref weighted, at), sum);
            }

            sum.StoreUnsafe(ref sums, (nuint)(column * Lanes.Count));
        }
    }

    private static void AddTile(ref double left, ref double right, int rows, ref double sums)
    {
        Vector512<double> s00 = Vector512.LoadUnsafe(ref sums), s01 = Vector512.LoadUnsafe(ref sums, 8), s02 = Vector512.LoadUnsafe(ref sums, 16), s03 = Vector512.LoadUnsafe(ref sums, 24);
        Vector512<double> s10 = Vector512.LoadUnsafe(ref sums, 32), s11 = Vector512.LoadUnsafe(ref sums, 40), s12 = Vector512.LoadUnsafe(ref sums, 48), s13 = Vector512.LoadUnsafe(ref sums, 56);
        Vector512<double> s20 = Vector512.LoadUnsafe(ref sums, 64), s21 = Vector512.LoadUnsafe(ref sums, 72), s22 = Vector512.LoadUnsafe(ref sums, 80), s23 = Vector512.LoadUnsafe(ref sums, 88);
        Vector512<double> s30 = Vector512.LoadUnsafe(ref sums, 96), s31 = Vector512.LoadUnsafe(ref sums, 104), s32 = Vector512.LoadUnsafe(ref sums, 112), s33 = Vector512.LoadUnsafe(ref sums, 120);
        nuint end = (nuint)rows;
        for (nuint row = 0; row < end; row += Lanes.Count)
        {
            Vector512<double> r0 = Vector512.LoadUnsafe(ref right, row);
            Vector512<double> r1 = Vector512.LoadUnsafe(ref right, row + BlockRows);
            Vector512<double> r2 = Vector512.LoadUnsafe(ref right, row + (2 * BlockRows));
            Vector512<double> r3 = Vector512.LoadUnsafe(ref right, row + (3 * BlockRows));
            Vector512<double> l = Vector512.LoadUnsafe(ref left, row);
            s00 = Lanes.MultiplyAdd(l, r0, s00);
            s01 = Lanes.MultiplyAdd(l, r1, s01);
            s02 = Lanes.MultiplyAdd(l, r2, s02);
            s03 = Lanes.MultiplyAdd(l, r3, s03);
            l = Vector512.LoadUnsafe(ref left, row + BlockRows);
            s10 = Lanes.MultiplyAdd(l, r0, s10);
            s11 = Lanes.MultiplyAdd(l, r1, s11);
            s12 = Lanes.MultiplyAdd(l, r2, s12);
            s13 = Lanes.MultiplyAdd(l, r3, s13);
            l = Vector512.LoadUnsafe(ref left, row + (2 * BlockRows));
            s20 = Lanes.MultiplyAdd(l, r0, s20);
            s21 = Lanes.MultiplyAdd(l, r1, s21);
            s22 = Lanes.MultiplyAdd(l, r2, s22);
            s23 = Lanes.MultiplyAdd(l, r3, s23);
            l = Vector512.LoadUnsafe(ref left, row + (3 * BlockRows));
            s30 = Lanes.MultiplyAdd(l, r0, s30);
            s31 = Lanes.MultiplyAdd(l, r1, s31);
            s32 = Lanes.MultiplyAdd(l, r2, s32);
            s33 = Lanes.MultiplyAdd(l, r3, s33);
        }

        s00.StoreUnsafe(ref sums);
        s01.StoreUnsafe(ref sums, 8);
        s02.StoreUnsafe(ref sums, 16);
        s03.StoreUnsafe(ref sums, 24);
        s10.StoreUnsafe(ref sums, 32);
        s11.StoreUnsafe(ref sums, 40);
        s12.StoreUnsafe(ref sums, 48);
        s13.StoreUnsafe(ref sums, 56);
        s20.StoreUnsafe(ref sums, 64);
        s21.StoreUnsafe(ref sums, 72);
        s22.StoreUnsafe(ref sums, 80);
        s23.StoreUnsafe(ref sums, 88);
        s30.StoreUnsafe(ref sums, 96);
        s31.StoreUnsafe(ref sums, 104);
        s32.StoreUnsafe(ref sums, 112);
        s33.StoreUnsafe(ref sums, 120);
    }
}

// Checklog checks an exported journal with nothing of Omloop's own: signed
// notes and tree hashes are those of golang.org/x/mod/sumdb, which is how the
// Go project checks its module log.
//
// Usage: checklog DIR
//
// DIR holds
//
//	log.vkey                the log's key: name+id+key, one line
//	checkpoint              the signed checkpoint (C2SP tlog-checkpoint)
//	tile/L/N[.p/W]          hash tiles of height 8 (C2SP tlog-tiles), complete
//	tile/entries/N[.p/W]    entry bundles; may be missing as a whole
//	receipts/X.tlog-proof   receipts (C2SP tlog-proof); may be missing
//	receipts/X.leaf         the entry of each receipt, as bytes
//
// It checks the checkpoint's signature, rebuilds the tree from the leaf
// hashes, compares root and every tile, hashes every entry, and checks each
// receipt alone and against the tree. Exit code 0: all is well; 1: something
// is wrong, and the first thing that is; 2: wrong use.
//
// It needs no module proxy. On Debian, with golang-go and
// golang-golang-x-mod-dev:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run .ci/go/checklog.go DIR
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height = 8
	width  = 1 << height
)

// A journal is an exported folder and what has been rebuilt from it.
type journal struct {
	dir      string
	verifier note.Verifier
	tree     tlog.Tree
	hashes   storedHashes
}

// storedHashes are all hashes of a tree, in the order of tlog.StoredHashIndex.
type storedHashes []tlog.Hash

func (s storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(s)) {
			return nil, fmt.Errorf("hash %d is not in the tree", index)
		}
		hashes[i] = s[index]
	}
	return hashes, nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: checklog DIR")
		os.Exit(2)
	}
	if err := check(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "checklog:", err)
		os.Exit(1)
	}
}

func check(dir string) error {
	j := &journal{dir: dir}
	if err := j.readCheckpoint(); err != nil {
		return err
	}
	if err := j.rebuild(); err != nil {
		return err
	}
	tiles, err := j.compareTiles()
	if err != nil {
		return err
	}
	entries, err := j.hashEntries()
	if err != nil {
		return err
	}
	receipts, err := j.checkReceipts()
	if err != nil {
		return err
	}
	fmt.Printf("ok: %s, size %d, root %s; %d tiles, %d entries, %d receipts\n",
		j.verifier.Name(), j.tree.N, j.tree.Hash, tiles, entries, receipts)
	return nil
}

func (j *journal) readCheckpoint() error {
	vkey, err := os.ReadFile(filepath.Join(j.dir, "log.vkey"))
	if err != nil {
		return err
	}
	if j.verifier, err = note.NewVerifier(strings.TrimSuffix(string(vkey), "\n")); err != nil {
		return fmt.Errorf("log.vkey: %w", err)
	}
	signed, err := os.ReadFile(filepath.Join(j.dir, "checkpoint"))
	if err != nil {
		return err
	}
	if j.tree, err = j.openCheckpoint(signed); err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	return nil
}

// openCheckpoint checks the log's signature and reads origin, size and root.
func (j *journal) openCheckpoint(signed []byte) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(j.verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != j.verifier.Name() {
		return tlog.Tree{}, errors.New("not three lines with the log's origin")
	}
	size, err := parseNumber(lines[1])
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// rebuild computes all hashes from the leaf hashes in the tiles of level 0.
func (j *journal) rebuild() error {
	for first := int64(0); first < j.tree.N; first += width {
		data, err := j.read(tilePath(tileAt(0, first/width, j.tree.N)))
		if err != nil {
			return err
		}
		if int64(len(data)) != least(width, j.tree.N-first)*tlog.HashSize {
			return fmt.Errorf("tile of leaf %d has %d bytes", first, len(data))
		}
		for ; len(data) > 0; data = data[tlog.HashSize:] {
			var leaf tlog.Hash
			copy(leaf[:], data)
			leafIndex := first + (least(width, j.tree.N-first) - int64(len(data))/tlog.HashSize)
			hashes, err := tlog.StoredHashesForRecordHash(leafIndex, leaf, j.hashes)
			if err != nil {
				return err
			}
			j.hashes = append(j.hashes, hashes...)
		}
	}
	if j.tree.N == 0 {
		return nil
	}
	root, err := tlog.TreeHash(j.tree.N, j.hashes)
	if err != nil {
		return err
	}
	if root != j.tree.Hash {
		return fmt.Errorf("the tiles' root is %s, the checkpoint's %s", root, j.tree.Hash)
	}
	return nil
}

// compareTiles compares every tile with the rebuilt hashes and finds files that do not belong.
func (j *journal) compareTiles() (int, error) {
	expected := map[string]bool{}
	for level := 0; j.tree.N>>(height*level) > 0; level++ {
		for n := int64(0); n*width < j.tree.N>>(height*level); n++ {
			tile := tileAt(level, n, j.tree.N)
			want, err := tlog.ReadTileData(tile, j.hashes)
			if err != nil {
				return 0, err
			}
			got, err := j.read(tilePath(tile))
			if err != nil {
				return 0, err
			}
			if !bytes.Equal(got, want) {
				return 0, fmt.Errorf("%s is not what the leaves say", tilePath(tile))
			}
			expected[tilePath(tile)] = true
		}
	}
	return len(expected), j.refuseOtherTiles(expected)
}

func (j *journal) refuseOtherTiles(expected map[string]bool) error {
	root := filepath.Join(j.dir, "tile")
	if _, err := os.Stat(root); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(j.dir, path)
		name = filepath.ToSlash(name)
		if err == nil && !expected[name] && !strings.HasPrefix(name, "tile/entries/") {
			err = fmt.Errorf("%s does not belong to a tree of size %d", name, j.tree.N)
		}
		return err
	})
}

// hashEntries compares every entry with its leaf hash; an export without any is fine.
func (j *journal) hashEntries() (int64, error) {
	if _, err := os.Stat(filepath.Join(j.dir, "tile", "entries")); errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	index := int64(0)
	for n := int64(0); n*width < j.tree.N; n++ {
		tile := tileAt(0, n, j.tree.N)
		path := strings.Replace(tilePath(tile), "tile/0/", "tile/entries/", 1)
		bundle, err := j.read(path)
		if err != nil {
			return 0, err
		}
		for i := 0; i < tile.W; i++ {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return 0, fmt.Errorf("%s ends at entry %d", path, index)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:end]) != j.hashes[tlog.StoredHashIndex(0, index)] {
				return 0, fmt.Errorf("entry %d is not the one in the tree", index)
			}
			bundle = bundle[end:]
			index++
		}
		if len(bundle) != 0 {
			return 0, fmt.Errorf("%s goes on behind entry %d", path, index-1)
		}
	}
	return index, nil
}

func (j *journal) checkReceipts() (int, error) {
	paths, err := filepath.Glob(filepath.Join(j.dir, "receipts", "*.tlog-proof"))
	if err != nil {
		return 0, err
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return 0, err
		}
		leaf, err := os.ReadFile(strings.TrimSuffix(path, ".tlog-proof") + ".leaf")
		if err != nil {
			return 0, err
		}
		if err := j.checkReceipt(string(text), leaf); err != nil {
			return 0, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
	}
	return len(paths), nil
}

func (j *journal) checkReceipt(text string, leaf []byte) error {
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a tlog-proof")
	}
	lines = lines[1:]
	if strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("no index")
	}
	index, err := parseNumber(strings.TrimPrefix(lines[0], "index "))
	if err != nil {
		return err
	}
	var path tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	tree, err := j.openCheckpoint([]byte(signed))
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	return j.checkOneHistory(tree)
}

// checkOneHistory makes sure that a receipt's tree is a beginning of the journal, or goes beyond it.
func (j *journal) checkOneHistory(tree tlog.Tree) error {
	if tree.N > j.tree.N {
		return nil
	}
	root, err := tlog.TreeHash(tree.N, j.hashes)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("signed root of size %d is %s, the journal's is %s", tree.N, tree.Hash, root)
	}
	proof, err := tlog.ProveTree(j.tree.N, tree.N, j.hashes)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, j.tree.N, j.tree.Hash, tree.N, tree.Hash)
}

func (j *journal) read(path string) ([]byte, error) {
	return os.ReadFile(filepath.Join(j.dir, filepath.FromSlash(path)))
}

// tileAt gives the tile at a place, as wide as a tree of this size makes it.
func tileAt(level int, n, size int64) tlog.Tile {
	w := least(width, size>>(height*level)-n*width)
	return tlog.Tile{H: height, L: level, N: n, W: int(w)}
}

// tilePath is Go's path without the height, which C2SP leaves out.
func tilePath(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
}

func parseNumber(text string) (int64, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 || strconv.FormatInt(number, 10) != text {
		return 0, fmt.Errorf("%q is not a plain number", text)
	}
	return number, nil
}

func least(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

"""Makes unicode-15.0.bin from the Unicode character database (Debian: package unicode-data).

Usage: python3 make-unicode-data.py /usr/share/unicode unicode-15.0.bin
"""
import struct
import sys

U = sys.argv[1] + '/'
def ranges(f,col=1):
    for l in open(U+f,encoding='utf8'):
        l=l.split('#')[0].strip()
        if not l: continue
        p=[x.strip() for x in l.split(';')]
        a,*b=p[0].split('..'); a=int(a,16); b=int(b[0],16) if b else a
        yield a,b,p[col]
N=0x110000
gc=['Cn']*N
first=None
for l in open(U+'UnicodeData.txt'):
    p=l.split(';'); c=int(p[0],16)
    if p[1].endswith('First>'): first=c
    elif p[1].endswith('Last>'):
        for i in range(first,c+1): gc[i]=p[2]
    else: gc[c]=p[2]
lb=['XX']*N
for a,b,v in ranges('LineBreak.txt'):
    for i in range(a,b+1): lb[i]=v
# defaults for unassigned
for a,b,v in ranges('extracted/DerivedLineBreak.txt'):
    for i in range(a,b+1): lb[i]=v
ea=['N']*N
for a,b,v in ranges('extracted/DerivedEastAsianWidth.txt'):
    for i in range(a,b+1): ea[i]=v
ep=set()
for a,b,v in ranges('emoji/emoji-data.txt'):
    if v=='Extended_Pictographic': ep.update(range(a,b+1))
epres=set()
for a,b,v in ranges('emoji/emoji-data.txt'):
    if v=='Emoji_Presentation': epres.update(range(a,b+1))
bc=['L']*N
for a,b,v in ranges('extracted/DerivedBidiClass.txt'):
    for i in range(a,b+1): bc[i]=v
sc=['Zzzz']*N
for a,b,v in ranges('Scripts.txt'):
    for i in range(a,b+1): sc[i]=v
LB='BK CR LF NL SP ZW WJ GL CM ZWJ AL HL NU BA HY BB B2 CB OP CL CP QU NS EX IS SY PR PO IN ID EB EM JL JV JT H2 H3 RI OPW CPW IDX'.split()
BC='L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI'.split()
scripts=['Common','Inherited','Zzzz']+sorted(set(sc)-{'Common','Inherited','Zzzz'})
def cls(c):
    v=lb[c]
    if v in('AI','SG','XX'): v='AL'
    if v=='SA': v='CM' if gc[c] in('Mn','Mc') else 'AL'
    if v=='CJ': v='NS'
    if v=='OP' and ea[c] in 'FWH': v='OPW'
    if v=='CP' and ea[c] in 'FWH': v='CPW'
    if v=='ID' and c in ep and gc[c]=='Cn': v='IDX'
    return LB.index(v)
combos={};rows=[]
vals=[0]*N
for c in range(N):
    k=(cls(c),BC.index(bc[c]),scripts.index(sc[c]),1 if c in epres else 0)
    if k not in combos: combos[k]=len(rows); rows.append(k)
    vals[c]=combos[k]
B=128
blocks={};bl=[];st=[]
for i in range(0,N,B):
    t=tuple(vals[i:i+B])
    if t not in blocks: blocks[t]=len(bl); bl.append(t)
    st.append(blocks[t])
br=[]
for l in open(U+'BidiBrackets.txt'):
    l=l.split('#')[0].strip()
    if l:
        p=[x.strip() for x in l.split(';')]; br.append((int(p[0],16),int(p[1],16),p[2]))
out=struct.pack('<HHHH',len(rows),len(bl),len(br),0)
out+=b''.join(struct.pack('4B',*r) for r in rows)
out+=b''.join(struct.pack('<H',s) for s in st)
out+=b''.join(struct.pack('<%dH'%B,*b) for b in bl)
out+=b''.join(struct.pack('<HHH',a,b,1 if t=='o' else 2) for a,b,t in br)
open(sys.argv[2], 'wb').write(out)
